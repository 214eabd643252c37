using DiscourseLens.Scoring.Learning;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Relevance.Model;
using DiscourseLens.Scoring.Relevance.Training;

namespace DiscourseLens.Tests.Scoring.Relevance;

public sealed class RelevanceModelTests
{
    private const int LargestModel = 500_000;

    [Fact]
    public void Train_GivesTheShippedBytes_FromTheRepositorysSeeds()
    {
        var run = new RelevanceTrainingRun(Shipped.Reader);
        run.AddSeeds(Path.Combine(AppContext.BaseDirectory, "seeds"));
        run.AddBoundarySeeds(Path.Combine(AppContext.BaseDirectory, "seeds", "relevance"));
        var report = run.Train(TestContext.Current.CancellationToken);
        var bytes = run.ToBytes();

        Assert.Equal(RelevanceModelFile.LoadShipped().Hash, ModelFile.Read(bytes, "trained", RelevanceModelFile.Kind).Hash);
        Assert.InRange(bytes.Length, 1, LargestModel);
        Assert.InRange(report.Precision, 0.7, 1);
        Assert.InRange(report.Recall, 0.8, 1);
        Assert.InRange(report.CalibrationError, 0, 0.11);
    }

    [Fact]
    public void Train_NamesTheRule_WhenItsSeedsAreOfOneKind()
    {
        using var folder = new SeedFolder(
            """{"label":"FAVOR","text":"Psilocybin therapy cured my depression","voice":"a"}""",
            """{"label":"FAVOR","text":"Ketamine treatment lifted my depression","voice":"b"}""");
        var run = new RelevanceTrainingRun(Shipped.Reader);
        run.AddSeeds(folder.Path);

        var fault = Assert.Throws<LensException>(() => run.Train(TestContext.Current.CancellationToken));

        Assert.Contains("'substance+therapy' are relevant", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_Refuses_BeforeTraining() =>
        Assert.Throws<InvalidOperationException>(() => new RelevanceTrainingRun(Shipped.Reader).ToBytes());

    [Fact]
    public void Probability_IsTheSame_WhateverWasReadBefore()
    {
        var post = new PostInContext("Ketamine?", "My clinic says six sessions for depression.", CommunityClass.General, ThreadContext.None);
        var first = Shipped.Gate.Decide(post).Probability;
        Shipped.Gate.Decide(post with { Text = string.Concat(Enumerable.Repeat("LSD and rain. ", 3000)) });

        Assert.Equal(first, Shipped.Gate.Decide(post).Probability);
    }

    [Fact]
    public void Probability_TellsTreatmentFromRecreation_WhereBothNameBothHalves()
    {
        var treatment = Decide("Psilocybin with a therapist lifted the depression that no medicine had touched, and it has stayed away since");
        var recreation = Decide("Took acid at a festival with friends, my mate had depression once lol, best visuals, rolling on molly until dawn");

        Assert.True(treatment.Probability > recreation.Probability + 0.2);
    }

    private static RelevanceDecision Decide(string text) =>
        Shipped.Gate.Decide(new PostInContext(null, text, CommunityClass.General, ThreadContext.None));

    private sealed class SeedFolder : IDisposable
    {
        public SeedFolder(params string[] lines) => File.WriteAllLines(System.IO.Path.Combine(Path, "a.ndjson"), lines);

        public string Path { get; } = Directory.CreateTempSubdirectory().FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
