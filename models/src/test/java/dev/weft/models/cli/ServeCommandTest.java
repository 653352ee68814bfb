package dev.weft.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weft.models.predict.SeenImage;
import dev.weft.runtime.data.DrawnGarments;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ServeCommandTest {
  @TempDir private Path folder;

  @Test
  @Timeout(120)
  void servesUntilItIsToldToStop() throws IOException, InterruptedException {
    MadeImages.write(folder.resolve("images"), 320, 50);
    MadeImages.writeModel(folder.resolve("tiny.json"));
    Cli.in(folder)
        .run("train", "tiny.json", "--device=cpu", "--batch=32", "--epochs=1", "--out=run")
        .succeeded();
    Process process =
        new ProcessBuilder(OwnJvm.command(List.of("-Xmx128m"), "serve", "run", "--port=0"))
            .directory(folder.toFile())
            .start();
    try (BufferedReader out = process.inputReader();
        HttpClient client = HttpClient.newHttpClient()) {
      String line = out.readLine();
      assertTrue(line.startsWith("serving tiny at http://127.0.0.1:"), line);
      URI server = URI.create(line.replaceFirst(".* at (\\S+)/ .*", "$1"));
      byte[] image = SeenImage.png(DrawnGarments.generate(1, 1).image(0), 28, 28);
      HttpRequest request =
          HttpRequest.newBuilder(server.resolve("/v1/classify?explain=true"))
              .POST(BodyPublishers.ofByteArray(image))
              .build();
      String answer = client.send(request, BodyHandlers.ofString()).body();
      assertTrue(answer.startsWith("{\"model\":\"tiny\",\"height\":28"), answer);
      process.toHandle().destroy(); // SIGTERM; Process.destroy would close the streams too
      assertEquals("stopped", out.readLine());
      assertEquals(0, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }
}
