using System.Text.Json;
using DiscourseLens.Scoring;
using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Stance;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance;

/// <summary>Short, plain sentences, gate and stance together. Written apart from the seeds. Plain opposition is what the model reads worst: the floors guard what there is.</summary>
public sealed class PlainAssertionsTests
{
    private const double Floor = 0.55, FloorOfALabel = 0.35;

    private static readonly string[] s_labels = ["FAVOR", "AGAINST", "NEUTRAL"];

    [Fact]
    public async Task PlainAssertions_AreReadAsTheyStand()
    {
        var coded = File.ReadLines(RepositoryFolder.PathOf("tests/DiscourseLens.Tests/Data/plain-assertions.ndjson")).Select(Read).ToList();
        var said = await SaidOfAsync([.. coded.Select(line => line.Text)]);
        var pairs = coded.Zip(said, (line, label) => (line.Label, Said: label)).ToList();
        var scores = s_labels.Select(label => F1Of(label, pairs)).ToList();
        var wrong = string.Join('\n', coded.Zip(said).Where(pair => pair.First.Label != pair.Second).Select(pair => $"{pair.First.Label}, said {pair.Second}: {pair.First.Text}"));

        Assert.Equal(60, coded.Count);
        Assert.All(scores, score => Assert.True(score >= FloorOfALabel, $"F1 of {string.Join(", ", scores)}:\n{wrong}"));
        Assert.True(scores.Average() >= Floor, $"macro-F1 {scores.Average()}:\n{wrong}");
    }

    private static async Task<IReadOnlyList<string>> SaidOfAsync(IReadOnlyList<string> texts)
    {
        var classifier = new Classifier(new Scorers(Shipped.Reader, new Dictionary<string, string>(), LinearStanceScorer.LoadShipped()));
        var all = await classifier.ClassifyAsync([.. texts.Select(text => new TextToClassify("1", null, null, text, null, null))], TestContext.Current.CancellationToken);
        return [.. all.Select(one => one.Stance.Score!.Label.ToString().ToUpperInvariant())];
    }

    private static double F1Of(string label, List<(string Label, string Said)> pairs)
    {
        var (both, said, coded) = (pairs.Count(pair => pair.Label == label && pair.Said == label), pairs.Count(pair => pair.Said == label), pairs.Count(pair => pair.Label == label));
        return 2.0 * both / (said + coded);
    }

    private static (string Label, string Text) Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        return (json.RootElement.GetProperty("label").GetString()!, json.RootElement.GetProperty("text").GetString()!);
    }
}
