using DiscourseLens.Scoring.Classifying;
using DiscourseLens.Scoring.Evaluating;
using DiscourseLens.Scoring.Relevance;
using DiscourseLens.Scoring.Stance;
using static DiscourseLens.Scoring.Stance.StanceLabel;

namespace DiscourseLens.Tests.Scoring.Evaluating;

public sealed class StanceReportTests
{
    [Fact]
    public void RelevantFigures_CountCallingARelevantTextUnrelatedAsAMiss()
    {
        var report = StanceReport.Of([Text(Favor, Favor), Text(Favor, Unrelated), Text(Neutral, Neutral), Text(Unrelated, Favor)]);
        var figures = report.Figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        // Over the three relevant texts favor has precision 1 and recall 1/2; the unrelated text called favor lowers relevance only.
        Assert.Equal(2d / 3, figures["relevant_favor_f1"], 12);
        Assert.Equal(1, figures["relevant_neutral_f1"], 12);
        Assert.Equal((2d / 3 + 1) / 2, figures["relevant_macro_f1"], 12);
        Assert.Equal((2d / 3, 2d / 3), (figures["relevance_precision"], figures["relevance_recall"]));
        Assert.Equal([1, 0, 0, 1], report.Confusion[(int)Favor]);
    }

    [Fact]
    public void Weighted_UsesDrawnTextsOnly_ByInverseInclusionProbability()
    {
        var report = StanceReport.Of([Text(Favor, Favor, 0.25), Text(Neutral, Favor, 1), Text(Neutral, Favor)]);
        Assert.Equal(2, report.Drawn);
        Assert.Equal(4d / 5, report.Weighted.Single(figure => figure.Name == "accuracy").Value, 12);
        Assert.Equal(1d / 3, report.Figures.Single(figure => figure.Name == "accuracy").Value, 12);
    }

    [Fact]
    public void Intervals_AreWider_WhenTextsShareAnAuthor()
    {
        var alone = Enumerable.Range(0, 80).Select(at => Text(Favor, at % 2 == 0 ? Favor : Neutral)).ToList();
        var shared = alone.Select((text, at) => text with { Coded = text.Coded with { Cluster = at % 2 == 0 ? $"even{at / 20}" : $"odd{at / 20}" } }).ToList();
        Assert.True(Width(StanceReport.Of(shared)) > 2 * Width(StanceReport.Of(alone)));

        static double Width(StanceReport report) =>
            report.Figures.Where(figure => figure.Name == "accuracy").Sum(figure => figure.High - figure.Low);
    }

    [Fact]
    public void Report_IsTheSame_WhenMadeTwice()
    {
        var texts = Enumerable.Range(0, 40).Select(at => Text((StanceLabel)(at % 4), (StanceLabel)(at % 3))).ToList();
        Assert.Equal(StanceReport.Of(texts).Figures, StanceReport.Of(texts).Figures);
    }

    private static PredictedText Text(StanceLabel coded, StanceLabel predicted, double? probability = null) => new(
        new CodedText(new TextToClassify("1", null, null, "text", null, null), coded, null, null, probability),
        new StanceScore(predicted, 0.25, 0.25, 0.25, 0.25, []),
        new RelevanceDecision(predicted != Unrelated, 0.5, "none", "self", Concepts.None, [], Concepts.None));
}
