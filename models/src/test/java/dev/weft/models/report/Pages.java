package dev.weft.models.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What every page of the program must be. */
public final class Pages {
  private Pages() {}

  /** Parses it, strictly. */
  public static Document parse(String page) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(page)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    }
  }

  /** Checks that it loads nothing, and that pictures and tables can be read out. */
  public static Document check(String page) {
    Document document = parse(page);
    assertFalse(page.contains("http:") || page.contains("https:"), "it names an address");
    assertFalse(page.contains("url(") || page.contains("@import"), "its style loads something");
    assertEquals(0, document.getElementsByTagName("script").getLength());
    assertEquals(0, document.getElementsByTagName("link").getLength());
    assertEquals("en", document.getDocumentElement().getAttribute("lang"));
    assertEquals(1, document.getElementsByTagName("h1").getLength());
    NodeList images = document.getElementsByTagName("img");
    for (int i = 0; i < images.getLength(); i++) {
      Element image = (Element) images.item(i);
      assertTrue(image.getAttribute("src").startsWith("data:image/png;base64,"));
      assertTrue(!image.getAttribute("alt").isBlank());
    }
    NodeList tables = document.getElementsByTagName("table");
    for (int i = 0; i < tables.getLength(); i++) {
      assertEquals(
          1, ((Element) tables.item(i)).getElementsByTagName("caption").getLength(), "caption");
    }
    return document;
  }
}
