using System.Text.RegularExpressions;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class ProseNormalizerTests
{
    [Theory]
    [InlineData("> they said\nI say", "I say")]
    [InlineData("&gt; they said\nI say", "I say")]
    [InlineData(">!a secret!< said", "a secret said")]
    [InlineData("Run\n```\nbad code\n```\nnow", "Run now")]
    [InlineData("Run ```bad``` or `worse code` now", "Run or now")]
    [InlineData("So:\n\n    bad code\n\nend", "So: end")]
    [InlineData("- one\n\n    still text", "one still text")]
    [InlineData("See https://example.org/awful_thing?a=b. Then [the report](https://example.org/x), ok", "See . Then the report , ok")]
    [InlineData("![pic](a.png) **bold** and _soft_ and ~~gone~~", "pic bold and soft and gone")]
    [InlineData("f*** this, snake_case_name, 2*3*4, ^_^", "f*** this, snake_case_name, 2*3*4, ^_^")]
    [InlineData("# Head\n\n1. one\n* two\n***\n|a|b|\n|---|---|", "Head one two a b")]
    [InlineData("I &lt;3 you &amp; isn’t", "I <3 you & isn't")]
    [InlineData("Helpful.\n\n---\n\n^(I am a bot, and this)\ngood bot", "Helpful.")]
    [InlineData("^(small words) up^2", "(small words) up^2")]
    [InlineData("a lone ` tick and [brackets]", "a lone ` tick and [brackets]")]
    public void Normalize_LeavesProse(string text, string expected)
    {
        var prose = new char[text.Length];
        ProseNormalizer.Normalize(text, prose);
        Assert.Equal(expected, Regex.Replace(new string(prose), @"\s+", " ").Trim());
    }

    [Fact]
    public void Normalize_KeepsOffsets()
    {
        const string Text = "> quote\n\n**Ketamine** at https://example.org helped";
        var prose = new char[Text.Length];
        ProseNormalizer.Normalize(Text, prose);
        Assert.Equal(Text.IndexOf("helped", StringComparison.Ordinal), new string(prose).IndexOf("helped", StringComparison.Ordinal));
        Assert.Equal(Text.IndexOf("Ketamine", StringComparison.Ordinal), new string(prose).IndexOf("Ketamine", StringComparison.Ordinal));
    }
}
