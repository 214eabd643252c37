using System.CommandLine;
using System.Globalization;
using DiscourseLens.Trends;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary><c>trend</c>: one series, as a table, CSV or JSON.</summary>
internal static class TrendCommand
{
    private static readonly string[] s_formats = ["table", "csv", "json"];
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("measure", "volume, share, sentiment, favor, against, neutral or net (default: volume)."),
        ("by", "day, week, month, quarter or year (default: month)."),
        ("from", "First UTC day, for example 2024-01-31 (default: all)."),
        ("until", "UTC day after the last (default: all)."),
        .. SeriesQuestion.Scope,
    ];

    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "table, csv or json.",
            DefaultValueFactory = _ => "table",
        }.AcceptOnlyFromAmong(s_formats);
        var command = new Command("trend", "Show one series: discourselens trend --measure sentiment --by month") { format };
        var query = SeriesQuestion.AddTo(command, s_keys, TrendQuery.Parse);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            query(parsed),
            parsed.GetValue(SharedOptions.Json) ? "json" : parsed.GetRequiredValue(format),
            parsed.GetValue(SharedOptions.Database),
            cancellationToken)));
        return command;
    }

    private static int Run(TrendQuery query, string format, string? database, CancellationToken cancellationToken)
    {
        var (store, notice) = SeriesQuestion.Open(database, cancellationToken);
        var trend = new TrendReader(store).Read(query);
        if (format == "json")
            TrendJson.Write(trend, Console.Out);
        else if (format == "csv")
            TrendCsv.Write(trend, Console.Out);
        else
            WriteTable(trend, notice);
        return ExitCode.Done;
    }

    private static void WriteTable(Trend trend, string? notice)
    {
        // Twice on a terminal, and still there when the table is kept in a file.
        if (notice is not null)
            Console.WriteLine(notice);
        var table = SeriesTable.Of(texts: 2, "start", "state", "coverage", "n", "authors", "value", "95 % low", "high");
        foreach (var bucket in trend.Buckets)
        {
            table.AddRow(
                bucket.Start.ToString("O", CultureInfo.InvariantCulture),
                bucket.State.ToString().ToLowerInvariant(),
                bucket.Coverage.ToString("P0", CultureInfo.InvariantCulture),
                bucket.N.ToString(),
                bucket.Authors.ToString(),
                SeriesTable.Number(bucket.Value),
                SeriesTable.Number(bucket.Low),
                SeriesTable.Number(bucket.High));
        }

        SeriesTable.Write(table);
        Console.WriteLine(trend.Headline);
        Console.WriteLine($"Posts chosen by {trend.Gate}, measured by {trend.Scorer}.");
        if (trend.Mark is not null)
            Console.WriteLine(trend.Mark);
    }
}
