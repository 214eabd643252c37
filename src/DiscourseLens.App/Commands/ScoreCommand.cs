using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring;

namespace DiscourseLens.App.Commands;

/// <summary><c>score</c>: scores what lacks a score of the current scorers, then rolls up.</summary>
internal static class ScoreCommand
{
    private static readonly Dictionary<string, ScorerKinds> s_scorers = new()
    {
        ["relevance"] = ScorerKinds.Relevance,
        ["sentiment"] = ScorerKinds.Sentiment,
        ["stance"] = ScorerKinds.Stance,
    };

    public static Command Create()
    {
        var scorer = new Option<string[]>("--scorer")
        {
            Description = "Only this: relevance, sentiment or stance; may be given again (default: all three).",
            HelpName = "NAME",
        }.AcceptOnlyFromAmong([.. s_scorers.Keys]);
        var dryRun = new Option<int>("--dry-run")
        {
            Description = "Score so many posts, print what came of it, and write nothing.",
            HelpName = "N",
        };
        dryRun.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("Give --dry-run a number of posts, from 1.");
        });
        var command = new Command("score", "Score what lacks a score of the current scorers: discourselens score") { scorer, dryRun };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            new ScoringOptions { Scorers = Kinds(parsed.GetValue(scorer) ?? []), DryRun = parsed.GetValue(dryRun) }, parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json), cancellationToken)));
        return command;
    }

    private static ScorerKinds Kinds(string[] names) => names.Length == 0
        ? ScorerKinds.All
        : names.Aggregate(ScorerKinds.None, (kinds, name) => kinds | s_scorers[name]);

    private static int Run(ScoringOptions options, string? database, bool json, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        settings.RequireStore();
        using var study = Study.OpenToWrite(settings, "score");
        var report = Pipeline.ScoreAndRollUp(study, options, cancellationToken);
        study.Complete();
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(ToJson(report)));
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Posts:N0} posts scored{(options.DryRun > 0 ? " and not written" : "")}: {report.Relevant:N0} relevant, {report.Unscored:N0} with no text to score. Stance: {Labels(report.Stance)}.{Asked(report)}{Shares(report.Time)}"));
        return ExitCode.Done;
    }

    private static string Labels(StanceCounts labels) => string.Create(CultureInfo.InvariantCulture,
        $"{labels.Favor:N0} favor, {labels.Against:N0} against, {labels.Neutral:N0} neutral, {labels.Unrelated:N0} unrelated");

    private static string Asked(ScoringReport report)
    {
        var later = report.StanceLater == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $" {report.StanceLater:N0} labels of stance are left for a later run: {report.StanceProblem}.");
        return report.Usage.Requests == 0 ? later : string.Create(CultureInfo.InvariantCulture,
            $" {report.Usage.Requests:N0} requests, {report.Usage.InputTokens:N0} tokens read and {report.Usage.OutputTokens:N0} written, cost {report.Usage.CostMicros / 1e6:0.######}; {report.StanceMissing:N0} labels missing.{later}");
    }

    private static object ToJson(ScoringReport report) => new
    {
        posts = report.Posts,
        relevant = report.Relevant,
        unscored = report.Unscored,
        stance = new { favor = report.Stance.Favor, against = report.Stance.Against, neutral = report.Stance.Neutral, unrelated = report.Stance.Unrelated },
        stance_missing = report.StanceMissing,
        stance_later = report.StanceLater,
        stance_problem = report.StanceProblem,
        usage = new
        {
            requests = report.Usage.Requests,
            input_tokens = report.Usage.InputTokens,
            output_tokens = report.Usage.OutputTokens,
            cost = report.Usage.CostMicros / 1e6,
        },
        workers = report.Time.Workers,
        seconds = new
        {
            elapsed = report.Time.Elapsed.TotalSeconds,
            reading = report.Time.Reading.TotalSeconds,
            sentiment = report.Time.Sentiment.TotalSeconds,
            other_scoring = report.Time.Scoring.TotalSeconds,
            writing = report.Time.Writing.TotalSeconds,
        },
    };

    // The stages overlap, so what bounds the run is the one whose share is near 100 %.
    private static string Shares(ScoringTime time) => string.Create(CultureInfo.InvariantCulture,
        $" {time.Elapsed.TotalSeconds:0.0} s, of which busy: reading {time.ShareOf(time.Reading):P0}, {time.Workers} scoring (sentiment {time.ShareOfWorkers(time.Sentiment):P0}, other {time.ShareOfWorkers(time.Scoring):P0}), writing {time.ShareOf(time.Writing):P0}.");
}
