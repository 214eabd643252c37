using System.Globalization;
using DiscourseLens.Scoring;

namespace DiscourseLens.App;

/// <summary>What follows when posts have come in: scores, then series.</summary>
internal static class Pipeline
{
    /// <summary>Scores what lacks a score and brings the series up to date.</summary>
    public static ScoringReport ScoreAndRollUp(Study study, CancellationToken cancellationToken) =>
        ScoreAndRollUp(study, new ScoringOptions(), cancellationToken);

    /// <summary>Scores as asked and, unless nothing was written, brings the series up to date.</summary>
    public static ScoringReport ScoreAndRollUp(Study study, ScoringOptions options, CancellationToken cancellationToken)
    {
        ScoringReport report;
        using (var progress = new ConsoleProgress<ScoringProgress>(Text))
            report = study.Score(options, progress, cancellationToken);
        if (options.DryRun == 0)
            study.RollUp(rebuild: false, cancellationToken);
        return report;
    }

    private static string Text(ScoringProgress progress, TimeSpan elapsed)
    {
        var rate = progress.Done / Math.Max(elapsed.TotalSeconds, 0.001);
        var left = TimeSpan.FromSeconds((progress.Total - progress.Done) / Math.Max(rate, 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"scored {progress.Done:N0} of {progress.Total:N0} posts, {rate:N0} posts/s, {left:hh\\:mm\\:ss} left");
    }
}
