using DiscourseLens.Scoring.Stance;
using DiscourseLens.Scoring.Stance.Training;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Scoring.Stance.Training;

public sealed class StanceTrainingTests
{
    private static readonly string[] s_praise = ["it helped me", "a real relief", "worth every penny", "the fog is gone", "more people should get it"];
    private static readonly string[] s_scorn = ["a waste of money", "it made things worse", "stay away from it", "pure hype", "nobody should sell this"];
    private static readonly string[] s_questions = ["how long does it take", "is a driver needed", "what does it cost here", "which clinic is open", "does it need a fast"];

    [Fact]
    public void Train_GivesTheSameBytes_AndLearns()
    {
        using var home = new TempFolder();
        File.WriteAllLines(home.File("coded.ndjson"), Lines());
        var (first, report) = Train(home.File("coded.ndjson"));
        Assert.Equal(first, Train(home.File("coded.ndjson")).Bytes);
        Assert.Equal((90, 1), (report.Texts, report.Unrelated));
        Assert.Equal(["writer", "thread"], report.Validations.Select(validation => validation.Grouping));
        Assert.InRange(report.Validations[0].Matrix.MacroF1(3), 0.9, 1);
        Assert.Equal([8, 17, 34, 68], report.Curve.Select(point => point.Texts));
        File.WriteAllBytes(home.File("own.model"), first);
        Assert.NotEqual(LinearStanceScorer.LoadShipped().Version.Hash, LinearStanceScorer.Load(home.File("own.model")).Version.Hash);
    }

    [Fact]
    public void Train_ServesAnotherTarget_ButNoStudyOfTherapy()
    {
        using var home = new TempFolder();
        File.WriteAllLines(home.File("coded.ndjson"), Lines());
        var run = StanceTrainingRun.ForTarget("ketchup", "# names\nketamine\n");
        run.AddLabels(home.File("coded.ndjson"));
        run.Train(withCurve: false, byThread: false, TestContext.Current.CancellationToken);
        File.WriteAllBytes(home.File("own.model"), run.ToBytes());
        Assert.Contains("is for 'ketchup'", Assert.Throws<LensException>(() => LinearStanceScorer.Load(home.File("own.model"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"label\":\"MAYBE\"}", "label 'MAYBE' is none of")]
    [InlineData("{\"label\":\"FAVOR\"}", "no text")]
    [InlineData("{\"text\":", "line 2: ")]
    [InlineData("[]", "line 2: ")]
    [InlineData("{\"text\":\"a\",\"label\":\"FAVOR\",\"target_labels\":{\"tea\":\"FAVOR\"}}", "target 'tea' is unknown")]
    public void AddLabels_NamesTheLine_WhenItIsWrong(string line, string fault)
    {
        using var home = new TempFolder();
        File.WriteAllLines(home.File("coded.ndjson"), [Lines().First(), line]);
        var message = Assert.Throws<LensException>(() => StanceTrainingRun.ForTherapy().AddLabels(home.File("coded.ndjson"))).Message;
        Assert.Contains("coded.ndjson', line 2: ", message, StringComparison.Ordinal);
        Assert.Contains(fault, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_TellsWhatIsMissing_WhenALabelIsRare()
    {
        using var home = new TempFolder();
        File.WriteAllLines(home.File("coded.ndjson"), Lines().Where(line => !line.Contains("AGAINST", StringComparison.Ordinal)));
        var run = StanceTrainingRun.ForTherapy();
        run.AddLabels(home.File("coded.ndjson"));
        Assert.Contains("There are 0 texts of label AGAINST", Assert.Throws<LensException>(() => run.Train(false, false, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    private static (byte[] Bytes, TrainingReport Report) Train(string path)
    {
        var run = StanceTrainingRun.ForTherapy();
        run.AddLabels(path);
        var report = run.Train(withCurve: true, byThread: true, TestContext.Current.CancellationToken);
        return (run.ToBytes(), report);
    }

    private static IEnumerable<string> Lines()
    {
        foreach (var (label, texts) in new[] { ("FAVOR", s_praise), ("AGAINST", s_scorn), ("NONE", s_questions) })
        {
            for (var i = 0; i < 30; i++)
                yield return $$"""{"text":"Ketamine therapy for depression, {{texts[i % 5]}}, day {{i}}","label":"{{label}}","author":"a{{i % 6}}","thread":"t{{i % 10}}"}""";
        }
        yield return """{"text":"The bus was late","label":"UNRELATED","author":"a1"}""";
    }
}
