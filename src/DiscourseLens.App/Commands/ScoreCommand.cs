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
        var command = new Command("score", "Score what lacks a score of the current scorers: discourselens score") { scorer };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            Kinds(parsed.GetValue(scorer) ?? []), parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json), cancellationToken)));
        return command;
    }

    private static ScorerKinds Kinds(string[] names) => names.Length == 0
        ? ScorerKinds.All
        : names.Aggregate(ScorerKinds.None, (kinds, name) => kinds | s_scorers[name]);

    private static int Run(ScorerKinds scorers, string? database, bool json, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        settings.RequireStore();
        using var study = Study.OpenToWrite(settings, "score");
        var report = Pipeline.ScoreAndRollUp(study, scorers, cancellationToken);
        study.Complete();
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(ToJson(report)));
        else
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Posts:N0} posts scored: {report.Relevant:N0} relevant, {report.Unscored:N0} with no text to score.{Shares(report.Time)}"));
        return ExitCode.Done;
    }

    private static object ToJson(ScoringReport report) => new
    {
        posts = report.Posts,
        relevant = report.Relevant,
        unscored = report.Unscored,
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
