using CsCheck;
using DiscourseLens.Scoring.Relevance;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class TextNormalizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("MiXed", "mixed")]
    [InlineData("“it’s” – fine", "\"it's\" - fine")]
    [InlineData("a\u200Bb\u00ADc\uFE0F", "abc")]
    [InlineData("ＫＥＴ ①②", "ket 12")]
    [InlineData("𝓀𝑒𝓉 𝟓", "ket 5")]
    [InlineData("ﬁﬄ", "fiffl")]
    [InlineData("5µg", "5ug")]
    [InlineData("É", "é")]
    [InlineData("\uD800x\uDC00", "\uD800x\uDC00")]
    [InlineData("🍄", "🍄")]
    public void Normalize_FoldsSpelling(string text, string expected)
    {
        using var normal = TextNormalizer.Normalize(text);
        Assert.Equal(expected, normal.Text.ToString());
    }

    [Fact]
    public void Normalize_MapsEveryUnitBack_InOrder() => Gen.String.Sample(text =>
    {
        using var normal = TextNormalizer.Normalize(text);
        var before = 0;
        for (var i = 0; i < normal.Length; i++)
        {
            var start = normal.OriginalStart(i);
            var end = normal.OriginalEnd(i + 1);
            Assert.True(before <= start && start < end && end <= text.Length);
            before = start;
        }
    });

    [Fact]
    public void Normalize_ChangesNothing_WhenDoneTwice() => Gen.String.Sample(text =>
    {
        using var once = TextNormalizer.Normalize(text);
        using var twice = TextNormalizer.Normalize(once.Text);
        Assert.Equal(once.Text.ToString(), twice.Text.ToString());
    });

    [Fact]
    public void Text_Throws_WhenDisposed()
    {
        var normal = TextNormalizer.Normalize("x");
        normal.Dispose();
        normal.Dispose();
        Assert.Throws<ObjectDisposedException>(() => normal.Text.Length);
    }
}
