package dev.weft.models.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void whatUsersNameCannotBreakAPage() {
    String page =
        Html.page("a<b>\"&", Html.section("</section><script>", Html.paragraph("x\u0000 & y")));
    assertEquals(1, Pages.parse(page).getElementsByTagName("section").getLength());
    assertTrue(!page.contains("<script"), page);
  }
}
