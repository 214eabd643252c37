using CsCheck;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Sentiment;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class SentimentReaderTests
{
    const string Helped = "The ketamine clinic was wonderful. My depression is still terrible.";

    static readonly SentimentModel Model = new(new SentimentOptions());

    static readonly Gen<string> Post = Gen.OneOf(
        "The nurse was kind!", "It was an awful night.", "We waited.", "I love it, but the cost hurts...", "Not bad at all :)",
        "My depression came back and I hate it.").Array[1, 6].Select(sentences => string.Join(' ', sentences));

    [Fact]
    public void Read_KeepsSentenceMean_WhenTextIsRepeatedFiftyTimes() => Post.Sample(text =>
    {
        var reader = new SentimentReader(Model);
        var many = string.Join("\n\n", Enumerable.Repeat(text, 50));
        var (once, fifty) = (reader.Read(text), reader.Read(many));
        return once.SentenceMean == fifty.SentenceMean && once.Sentences * 50 == fifty.Sentences;
    }, iter: 2_000);

    [Fact]
    public void Read_MovesRawAlone_WhenTextIsRepeatedFiftyTimes()
    {
        var reader = new SentimentReader(Model);
        var (once, fifty) = (reader.Read("It was good. "), reader.Read(string.Concat(Enumerable.Repeat("It was good. ", 50))));
        Assert.Equal((0.4404, 0.9992), (once.Raw.Compound, fifty.Raw.Compound));
        Assert.Equal((0.4404, 0.4404), (once.SentenceMean, fifty.SentenceMean));
        Assert.Equal((false, true), (once.Saturated, fifty.Saturated));
    }

    [Theory]
    [InlineData("depression", "condition")]
    [InlineData("no Depression", "no condition")]
    [InlineData("very severe anxiety", "very severe condition")]
    public void Read_KeepsMaskedCompound_WhenIllnessIsRenamed(string illness, string word)
    {
        var reader = new SentimentReader(Model);
        var (named, renamed) = (reader.Read($"They treat {illness} with care."), reader.Read($"They treat {word} with care."));
        Assert.Equal(renamed.MaskedCompound, named.MaskedCompound);
        Assert.NotEqual(renamed.Raw.Compound, named.Raw.Compound);
    }

    [Fact]
    public void Read_GivesEveryVariant_WhenPostIsMixed()
    {
        var reading = new SentimentReader(Model).Read("> I hate this.\n\nIt was wonderful. It was terrible. We left. Isn’t it good?");
        Assert.Equal((4, 0.25, 0.5), (reading.Sentences, reading.PositiveShare, reading.NegativeShare));
        Assert.Equal((0.5719, -0.4767, 0, -0.3412), (Of("It was wonderful."), Of("It was terrible."), Of("We left."), Of("Isn't it good?")));
        Assert.Equal(-0.0615, reading.SentenceMean);
        Assert.Equal(11, reading.Tokens);
        Assert.False(reading.Saturated);
    }

    [Fact]
    public void Read_GivesNoShares_WhenTextHasNoSentence()
    {
        var reading = new SentimentReader(Model).Read("> only a quote\n\n---");
        Assert.Equal((null, null, null, 0), (reading.SentenceMean, reading.PositiveShare, reading.NegativeShare, reading.Sentences));
        Assert.Equal((0.0, 0), (reading.ProseCompound, reading.Tokens));
    }

    [Fact]
    public void Window_IsOfSentencesThatNameTheTarget()
    {
        var reader = new SentimentReader(Model);
        reader.Read(Helped);
        Assert.Equal(Of("The ketamine clinic was wonderful."), reader.Window("ketamine", Decide(Helped), 0));
    }

    [Theory]
    [InlineData("It was awful.\n\n> so they gave her the ketamine\n\nWonderful people there.\n\nWe left.", "Wonderful people there.")]
    [InlineData("Horrible idea. We like it.", "Horrible idea.")]
    public void Window_IsOfNearestSentence_WhenNoneNamesTheTarget(string text, string nearest)
    {
        var reader = new SentimentReader(Model);
        reader.Read(text);
        Assert.Equal(Of(nearest), reader.Window("ketamine", Decide(text), 0));
    }

    [Fact]
    public void Read_NeverThrows_WhenTextIsAnything() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf('\n', '`', '*', '[', ']', '(', ')', '>', '&', '.', ' ', '_', '^', '|', '~', '!', '#', '-', '\uD83D', '\uDE0A')), 0, 200]
            .Sample(text => new SentimentReader(Model).Read(text).Sentences >= 0, iter: 20_000);

    static double Of(string sentence) => new VaderScorer().Score(sentence.AsSpan()).Compound;

    static RelevanceDecision Decide(string text) =>
        Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.Therapy, ThreadContext.None));
}
