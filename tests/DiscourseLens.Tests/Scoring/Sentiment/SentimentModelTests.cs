using System.Text;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class SentimentModelTests
{
    [Fact]
    public void Score_WeighsByPosition_WhenModeIsFixed()
    {
        // Halved, "love" has the valence of "amusing"; the reference then halves it again and leaves "amusing" as it was.
        const string Text = "I love it but am amusing now";
        var reference = new VaderScorer().Score(Text);
        var repaired = new VaderScorer(new SentimentOptions { Mode = SentimentMode.Fixed }).Score(Text);
        Assert.Equal(new VaderScorer(new SentimentOptions { Mode = SentimentMode.Reference }).Score(Text), reference);
        Assert.Equal((0.5267, 0.7184), (reference.Compound, repaired.Compound));
    }

    [Fact]
    public void Version_NamesMode_AndLexicon()
    {
        using var folder = new TempFolder();
        var lexicon = folder.File("words.tsv");
        File.WriteAllText(lexicon, "# remark\nhealed\t2.1\nsick\tremove\ngood\t-1\n");
        var changed = new VaderScorer(new SentimentOptions { Mode = SentimentMode.Fixed, Lexicon = lexicon });
        Assert.Equal(("3.3.2/fixed+lexicon", "3.3.2/fixed"),
            (changed.Version.Version, new VaderScorer(new SentimentOptions { Mode = SentimentMode.Fixed }).Version.Version));
        Assert.NotEqual(new VaderScorer().Version.Hash, changed.Version.Hash);
        Assert.Equal((0.4767, 0, -0.25), (changed.Score("healed").Compound, changed.Score("sick").Compound, changed.Score("good").Compound));
    }

    [Theory]
    [InlineData("healed 2.1", "is not a token, a tab and a valence")]
    [InlineData("Healed\t2.1", "has a token that no text can match")]
    [InlineData("very\t1", "has a word of degree")]
    [InlineData("healed\t5", "neither 'remove' nor a number from -4 to 4")]
    [InlineData("healed\tNaN", "neither 'remove' nor a number from -4 to 4")]
    [InlineData("a\t1\na\t2", "lists a token a second time")]
    public void Lexicon_IsRefused_WhenLineIsWrong(string lines, string fault)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("words.tsv"), lines);
        var exception = Assert.Throws<LensException>(() => new SentimentModel(new SentimentOptions { Lexicon = folder.File("words.tsv") }));
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lexicon_IsRefused_WhenThereIsNone() =>
        Assert.Contains("Scoring:Sentiment:Lexicon", Assert.Throws<LensException>(
            () => new SentimentModel(new SentimentOptions { Lexicon = "no-such-file.tsv" })).Message, StringComparison.Ordinal);

    [Fact]
    public void MaskedTerms_AreWordsOfTheLexicon() => Assert.All(MaskedTerms.Words, word =>
    {
        var words = VaderModel.Shared.Words;
        Assert.True(words.Entries[Find(words, word)].Is(WordRoles.Lexicon), word);
    });

    private static ushort Find(WordTable words, string word) =>
        words.Find(Encoding.ASCII.GetBytes(word.PadRight(WordKey.ReadableBytes)), word.Length);
}
