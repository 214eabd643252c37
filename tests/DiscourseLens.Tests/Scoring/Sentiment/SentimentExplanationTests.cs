using System.Text.Json;
using DiscourseLens.Scoring.Sentiment;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Sentiment;

public sealed class SentimentExplanationTests
{
    static readonly string[] Texts = [.. File.ReadLines(RepositoryFolder.PathOf("tests/DiscourseLens.Tests/Scoring/Sentiment/vader_golden.tsv"))
        .Where(line => !line.StartsWith('#')).Select(line => JsonSerializer.Deserialize<string>(line.Split('\t')[1])!)]; // its own format

    [Fact]
    public void Explain_AddsUpToCompound_ForEveryGoldenText() => Assert.All(Texts, text =>
    {
        var scorer = new VaderScorer();
        var why = scorer.Explain(text);
        var total = why.Sum + why.Emphasis;
        var sum = 0.0;
        foreach (var token in why.Tokens)
            sum += token.Valence;
        Assert.Equal(scorer.Score(text.AsSpan()), why.Score);
        Assert.Equal(why.Sum, sum);
        Assert.Equal(why.Score.Compound, Math.Round(total / Math.Sqrt((total * total) + 15), 4), 1e-9);
    });

    [Fact]
    public void Explain_LeadsFromLexiconToValence_ForEveryGoldenToken() => Assert.All(
        Texts.SelectMany(text => new VaderScorer().Explain(text).Tokens),
        token =>
        {
            var valence = token.Lexicon;
            foreach (var step in token.Steps)
            {
                Assert.Equal(valence, step.Before);
                valence = step.After;
            }
            Assert.Equal(token.Valence, valence);
        });

    [Fact]
    public void Explain_NamesRules_AndTheirCauses()
    {
        var why = new VaderScorer().Explain("It was not really GOOD, but the staff was kind!");
        Assert.Equal(
            ["GOOD capitals ", "GOOD booster really", "GOOD negation not", "GOOD but ", "kind but "],
            why.Tokens.SelectMany(token => token.Steps.Select(step => $"{token.Text} {step.Rule} {step.Cause}")));
        Assert.Equal(["negation", "booster", "lexicon"], why.Tokens.Select(token => token.Role).Where(role => role != "none").Take(3));
        Assert.Equal(0.292, why.Emphasis, 1e-12);
    }

    [Fact]
    public void Explain_IsEmpty_WhenTextHasNoToken()
    {
        var why = new VaderScorer().Explain(" ");
        Assert.Empty(why.Tokens);
        Assert.Equal((0, 0, default), (why.Sum, why.Emphasis, why.Score));
    }
}
