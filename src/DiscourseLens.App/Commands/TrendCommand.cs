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
        ("class", "Classes of communities: therapy, substance, mental-health, general (default: any)."),
        ("weight", "post or author: one author, one vote (default: post)."),
        ("compare", "One series for each target, community, class or source."),
        ("details", "true: also how far each number rests on few authors."),
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
        var answer = new TrendReader(store).Answer(query);
        if (format == "json")
            TrendJson.Write(answer, Console.Out);
        else if (format == "csv")
            TrendCsv.Write(answer, Console.Out);
        else
            WriteTables(answer, notice);
        return ExitCode.Done;
    }

    private static void WriteTables(TrendAnswer answer, string? notice)
    {
        // Twice on a terminal, and still there when the table is kept in a file.
        if (notice is not null)
            Console.WriteLine(notice);
        foreach (var (value, trend) in answer.Series)
        {
            if (value is not null)
                Console.WriteLine($"{answer.Query.Compare.ToString()!.ToLowerInvariant()} {Shown(value)}"); // a value means a comparison
            WriteTable(trend);
        }

        if (answer.LeftOut.Count > 0)
            Console.WriteLine($"Left out, as {TrendAnswer.MostSeries} series are shown at most: {string.Join(", ", answer.LeftOut.Select(Shown))}.");
        if (answer.Note is not null)
            Console.WriteLine(answer.Note);
        Console.WriteLine($"Posts chosen by {answer.Gate}, measured by {answer.Scorer}.");
        if (answer.Mark is not null)
            Console.WriteLine(answer.Mark);
    }

    private static void WriteTable(Trend trend)
    {
        string[] details = trend.Query.Details ? ["effective authors", "top author", "top 10", "leave one out"] : [];
        var table = SeriesTable.Of(texts: 2, ["start", "state", "coverage", "n", "authors", "value", "95 % low", "high", .. details]);
        foreach (var bucket in trend.Buckets)
        {
            string[] cells =
            [
                bucket.Start.ToString("O", CultureInfo.InvariantCulture),
                bucket.State.ToString().ToLowerInvariant(),
                bucket.Coverage.ToString("P0", CultureInfo.InvariantCulture),
                bucket.N.ToString(),
                bucket.Authors.ToString(),
                SeriesTable.Number(bucket.Value),
                SeriesTable.Number(bucket.Low),
                SeriesTable.Number(bucket.High),
            ];
            table.AddRow([.. cells, .. trend.Query.Details ? Details(bucket) : []]);
        }

        SeriesTable.Write(table);
        Console.WriteLine(trend.Headline);
    }

    private static string[] Details(TrendBucket bucket) => bucket.Concentration is { } few
        ? [SeriesTable.Number(few.EffectiveAuthors), SeriesTable.Number(few.TopShare), SeriesTable.Number(few.TopTenShare), SeriesTable.Number(few.LeaveOneOut)]
        : ["", "", "", ""];

    // Names are collected text: a terminal must not take any of it for a command.
    private static string Shown(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
}
