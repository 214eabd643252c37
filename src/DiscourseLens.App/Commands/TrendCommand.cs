using System.CommandLine;
using System.Globalization;
using DiscourseLens.Database;
using DiscourseLens.Trends;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary><c>trend</c>: one series, as a table, CSV or JSON.</summary>
internal static class TrendCommand
{
    private const int WidestTable = 120;
    private static readonly string[] s_formats = ["table", "csv", "json"];
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("measure", "volume, share, sentiment, favor, against, neutral or net (default: volume)."),
        ("by", "day, week, month, quarter or year (default: month)."),
        ("from", "First UTC day, for example 2024-01-31 (default: all)."),
        ("until", "UTC day after the last (default: all)."),
        ("source", "The source, where the store has several."),
        ("community", "Communities, with commas between them (default: all)."),
        ("target", "all, mdma, psilocybin, ketamine, lsd, other or general (default: all)."),
    ];

    public static Command Create()
    {
        var keys = s_keys.Select(key => new Option<string?>("--" + key.Key) { Description = key.Help }).ToList();
        var format = new Option<string>("--format")
        {
            Description = "table, csv or json.",
            DefaultValueFactory = _ => "table",
        }.AcceptOnlyFromAmong(s_formats);
        var command = new Command("trend", "Show one series: discourselens trend --measure sentiment --by month") { format };
        foreach (var key in keys)
            command.Options.Add(key);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            ReadQuery(keys.Select(key => KeyValuePair.Create(key.Name[2..], parsed.GetValue(key)))),
            parsed.GetValue(SharedOptions.Json) ? "json" : parsed.GetRequiredValue(format),
            parsed.GetValue(SharedOptions.Database),
            cancellationToken)));
        return command;
    }

    private static TrendQuery ReadQuery(IEnumerable<KeyValuePair<string, string?>> values)
    {
        try
        {
            return TrendQuery.Parse(values);
        }
        catch (LensException exception)
        {
            throw new WrongUseException("--" + exception.Message, exception);
        }
    }

    private static int Run(TrendQuery query, string format, string? database, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        if (SampleStudy.IsWanted(settings))
            settings = SampleStudy.Open(settings, cancellationToken);
        var store = LensDatabase.OpenExisting(settings.DatabasePath);
        var notice = SampleStudy.NoticeOf(store.Path);
        if (notice is not null)
            Console.Error.WriteLine(notice);
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
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in new[] { "start", "state", "coverage", "n", "authors", "value", "95 % low", "high" })
            table.AddColumn(name is "start" or "state" ? new TableColumn(name).NoWrap() : new TableColumn(name).RightAligned().NoWrap());
        foreach (var bucket in trend.Buckets)
        {
            table.AddRow(
                bucket.Start.ToString("O", CultureInfo.InvariantCulture),
                bucket.State.ToString().ToLowerInvariant(),
                bucket.Coverage.ToString("P0", CultureInfo.InvariantCulture),
                bucket.N.ToString(),
                bucket.Authors.ToString(),
                Number(bucket.Value),
                Number(bucket.Low),
                Number(bucket.High));
        }

        // A number broken over two lines is no number; a pipe has no width at all.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WidestTable);
        AnsiConsole.Write(table);
        Console.WriteLine(trend.Headline);
        Console.WriteLine($"Posts chosen by {trend.Gate}, measured by {trend.Scorer}.");
        if (trend.Mark is not null)
            Console.WriteLine(trend.Mark);
    }

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
