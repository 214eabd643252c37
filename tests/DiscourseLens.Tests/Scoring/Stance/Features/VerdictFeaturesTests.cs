using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance.Features;

namespace DiscourseLens.Tests.Scoring.Stance.Features;

public sealed class VerdictFeaturesTests
{
    [Theory]
    [InlineData("Psilocybin works.", "good: treatment", "good at last: treatment")]
    [InlineData("Ketamine never helped.", "not good: treatment", "not good at last: treatment")]
    [InlineData("The clinic is predatory.", "bad: provider", "bad at last: provider")]
    [InlineData("My clinic was predatory. Ketamine saved me.", "bad: provider", "good at last: treatment")]
    [InlineData("Ketamine helped. The FDA is a scam.", "good: treatment", "bad at last: regulator")]
    [InlineData("Zoloft has evidence, MDMA is hype.", "proven: medicine", "bad at last: treatment")]
    [InlineData("Ketamine helped others but it never helped me.", "good: treatment", "not good at last: self", "good and not good")]
    public void AVerdict_BelongsToWhatIsNamed(string text, params string[] expected) => Assert.Subset(Of(text).ToHashSet(), expected.ToHashSet());

    [Theory]
    [InlineData("Does psilocybin work?")]
    [InlineData("They wrote \"psilocybin works\".")]
    [InlineData("The appointment is on Tuesday.")]
    public void QuestionsQuotesAndPlainWords_GiveNone(string text) => Assert.Empty(Of(text));

    [Fact]
    public void AnotherTargetsWords_AreNotJudged() => Assert.Empty(Of("Reactors work. The company is a scam.", StanceLexicon.ForTarget("reactors")));

    private static List<string> Of(string text, StanceLexicon? lexicon = null)
    {
        lexicon ??= StanceLexicon.Shipped;
        var reading = new StanceReading(lexicon);
        reading.Read(new StanceText(null, text, Concepts.None));
        var values = new float[VerdictFeatures.Names.Count];
        new VerdictFeatures(lexicon).Write(reading, values);
        return [.. VerdictFeatures.Names.Where((_, at) => values[at] != 0)];
    }
}
