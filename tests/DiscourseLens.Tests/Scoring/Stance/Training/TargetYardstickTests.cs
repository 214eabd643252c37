using DiscourseLens.Scoring.Stance.Training;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance.Training;

public sealed class TargetYardstickTests
{
    [Fact]
    public void Run_TrainsAndTestsEachTarget_AndPassesOverOneWithoutTraining()
    {
        using var home = new TempFolder();
        var lines = new List<string>();
        foreach (var (label, words) in new[] { ("favor", "we love the new tram"), ("against", "stop the tram, a waste of money"), ("none", "the rain came late today") })
        {
            for (var i = 0; i < 20; i++)
                lines.Add($$"""{"target":"City tram","split":"{{(i < 16 ? "train" : "test")}}","text":"{{words}}, day {{i}}","label":"{{label}}"}""");
        }
        lines.Add("""{"target":"Ferry","split":"test","text":"the ferry is fine","label":"favor"}""");
        File.WriteAllLines(home.File("targets.ndjson"), lines);
        var figures = Assert.Single(TargetYardstick.Run(home.File("targets.ndjson"), TestContext.Current.CancellationToken));
        Assert.Equal(("City tram", 48, 12), (figures.Target, figures.Trained, (int)figures.Matrix.Total));
        Assert.Equal(1, figures.FAvg);
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"label\":\"favor\"}", "without target or split")]
    [InlineData("{\"text\":\"a\",\"label\":\"favor\",\"target\":\"t\",\"split\":\"test\"}", "No target")]
    public void Run_TellsWhatIsMissing(string line, string fault)
    {
        using var home = new TempFolder();
        File.WriteAllLines(home.File("targets.ndjson"), [line]);
        Assert.Contains(fault, Assert.Throws<LensException>(() => TargetYardstick.Run(home.File("targets.ndjson"), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }
}
