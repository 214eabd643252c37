using CsCheck;
using DiscourseLens.Collecting.Markup;

namespace DiscourseLens.Tests.Collecting;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("one<p>two<p>three", "one\n\ntwo\n\nthree")]
    [InlineData("<p>one</p>\n<p>two</p>", "one\n\ntwo")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("a<br><br><br><br>b", "a\n\nb")]
    [InlineData("it&#x27;s &lt;b&gt; &amp; so", "it's <b> & so")]
    [InlineData("if a < b and c > d", "if a < b and c > d")]
    [InlineData("see <a href=\"https://x.example\" rel=nofollow>the page</a>.", "see the page.")]
    [InlineData("<pre><code>one\n  two</code></pre>", "one\ntwo")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\ntwo")]
    [InlineData("<div>one</div><div>two</div>", "one\ntwo")]
    [InlineData("words<script>alert(1)</script><style>p{}</style> go on", "words go on")]
    [InlineData("<i>e</i>mphasis in<b>si</b>de", "emphasis inside")]
    [InlineData("  <p>  spaced \n out </p> ", "spaced out")]
    [InlineData("<unclosed <b>bold", "bold")]
    [InlineData("", "")]
    public void Read_GivesWhatPeopleRead(string html, string text) => Assert.Equal(text, HtmlText.Read(html));

    [Fact]
    public void Read_LeavesOutWhatIsNotTheAuthors() => Assert.Equal(
        "my answer\n\nmore", HtmlText.Read("<aside class=quote>their words</aside><p>my answer</p><blockquote>theirs</blockquote><p>more</p>", "aside.quote, blockquote"));

    [Fact]
    public void Read_SurvivesDeepNesting() => Assert.Equal(
        "deep", HtmlText.Read(string.Concat(Enumerable.Repeat("<div>", 20_000)) + "deep"));

    [Fact]
    public void Read_NeverThrows_AndLeavesNoNul() => Gen.String[Gen.Char["<>&;/\"'= pbrdivscript\0\n#x27"], 0, 60].Sample(
        html => !HtmlText.Read(html).Contains('\0', StringComparison.Ordinal));
}
