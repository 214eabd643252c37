using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DiscourseLens.Scoring;

namespace DiscourseLens.App.Commands;

/// <summary><c>score</c>: scores what lacks a score of the current scorers, then rolls up.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var command = new Command("score", "Score what lacks a score of the current scorers: discourselens score");
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            parsed.GetValue(SharedOptions.Database), parsed.GetValue(SharedOptions.Json), cancellationToken)));
        return command;
    }

    private static int Run(string? database, bool json, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        settings.RequireStore();
        using var study = Study.OpenToWrite(settings, "score");
        var report = Pipeline.ScoreAndRollUp(study, cancellationToken);
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
        seconds = new
        {
            reading = report.Time.Reading.TotalSeconds,
            sentiment = report.Time.Sentiment.TotalSeconds,
            other_scoring = report.Time.Scoring.TotalSeconds,
            writing = report.Time.Writing.TotalSeconds,
        },
    };

    private static string Shares(ScoringTime time) => string.Create(CultureInfo.InvariantCulture,
        $" {time.Total.TotalSeconds:0.0} s: {time.Reading / time.Total:P0} reading, {time.Sentiment / time.Total:P0} sentiment, {time.Scoring / time.Total:P0} other scoring, {time.Writing / time.Total:P0} writing.");
}
