using System.Text.Json;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;

namespace DiscourseLens.Tests.Scoring;

/// <summary>Holds the measured quality on the silver standard, where the developers' data is at hand.</summary>
/// <remarks>The labels are a large language model's, not people's: they guard against regress and prove no validity.</remarks>
public sealed class SilverStandardTests
{
    [Fact]
    public void Relevance_KeepsPrecisionAndRecall()
    {
        double truePositive = 0, falsePositive = 0, falseNegative = 0;
        foreach (var (label, relevance, _) in Read())
        {
            var isRelevant = label != "UNRELATED";
            if (isRelevant && relevance.Relevant) truePositive++;
            else if (relevance.Relevant) falsePositive++;
            else if (isRelevant) falseNegative++;
        }
        // Measured where stance loses least: see docs/relevance.md, operating points.
        Assert.InRange(truePositive / (truePositive + falsePositive), 0.73, 1);
        Assert.InRange(truePositive / (truePositive + falseNegative), 0.83, 1);
    }

    [Fact]
    public void Stance_KeepsMacroF1()
    {
        var pairs = Read().Select(unit => (Truth: unit.Label, Found: unit.Stance.Label.ToString().ToUpperInvariant())).ToArray();
        var f1 = Enum.GetNames<StanceLabel>().Select(name => name.ToUpperInvariant()).Average(name =>
            2.0 * pairs.Count(pair => pair.Truth == name && pair.Found == name)
            / pairs.Sum(pair => (pair.Truth == name ? 1 : 0) + (pair.Found == name ? 1 : 0)));
        // AGAINST has seven units there.
        Assert.InRange(f1, 0.44, 1);
    }

    private static IEnumerable<(string Label, RelevanceDecision Relevance, StanceScore Stance)> Read()
    {
        var path = SharedData("stance", "gold_dev.ndjson");
        Assert.SkipWhen(path is null, "The developers' data (../shared/data) is not here.");
        var stance = LinearStanceScorer.LoadShipped();
        foreach (var line in File.ReadLines(path))
        {
            using var unit = JsonDocument.Parse(line);
            string? Cell(string name) => unit.RootElement.TryGetProperty(name, out var cell) ? cell.GetString() : null;
            _ = CommunityClasses.TryParse(KnownCommunities.Shipped.GetValueOrDefault(Cell("subreddit") ?? ""), out var community);
            var (title, text) = (Cell("title"), Cell("text") ?? "");
            var relevance = Shipped.Gate.Decide(new PostInContext(title, text, community, ThreadContext.None));
            yield return (Cell("label")!, relevance, stance.Score(new StanceInput(title, text, null, null, relevance, Concepts.None)));
        }
    }

    private static string? SharedData(string folder, string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "DiscourseLens.sln"))) continue;
            var path = Path.Combine(at.FullName, "..", "shared", "data", folder, file);
            return File.Exists(path) ? path : null;
        }
        return null;
    }
}
