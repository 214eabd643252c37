using System.CommandLine;
using System.Globalization;
using DiscourseLens.Trends;
using DiscourseLens.Trends.Exports;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary><c>trend</c>: one series or several compared, as a table, figure or file.</summary>
internal static class TrendCommand
{
    private static readonly string[] s_formats = ["table", .. TrendExport.All.Select(export => export.Name)];
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("measure", "volume, share, sentiment, favor, against, neutral or net (default: volume)."),
        ("by", "day, week, month, quarter or year (default: month)."),
        ("from", "First UTC day, for example 2024-01-31 (default: all)."),
        ("until", "UTC day after the last (default: all)."),
        .. SeriesQuestion.Scope,
        .. SeriesQuestion.Filters,
        ("weight", "post or author: one author, one vote (default: post)."),
        ("compare", "One series for each target, community, class, source, condition or language."),
        ("details", "true: also how far each number rests on few authors."),
    ];

    public static Command Create()
    {
        var format = new Option<string?>("--format") { Description = $"{string.Join(", ", s_formats)} (default: table, or as --out ends)." }
            .AcceptOnlyFromAmong(s_formats);
        var path = new Option<string?>("--out") { Description = "Write to a file.", HelpName = "PATH" };
        var command = new Command("trend", "Show one series: discourselens trend --measure sentiment --by month") { format, path };
        var query = SeriesQuestion.AddTo(command, s_keys, TrendQuery.Parse);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            query(parsed),
            Format(parsed.GetValue(SharedOptions.Json) ? "json" : parsed.GetValue(format), parsed.GetValue(path)),
            parsed.GetValue(path),
            parsed.GetValue(SharedOptions.Database),
            cancellationToken));
        return command;
    }

    // The longest suffix that fits: .metadata.json is no plain JSON.
    private static TrendExport? Format(string? format, string? path)
    {
        format ??= path is null
            ? "table"
            : TrendExport.All.Where(export => path.EndsWith("." + export.Name, StringComparison.OrdinalIgnoreCase)).MaxBy(export => export.Name.Length)?.Name
                ?? throw new WrongUseException($"--out '{path}' does not end in a known form; end it in one of .{string.Join(" .", TrendExport.All.Select(export => export.Name))}, or give --format.");
        var chosen = TrendExport.All.FirstOrDefault(export => export.Name == format);
        if (chosen is null && path is not null)
            throw new WrongUseException("--format table is for the terminal; with --out give csv or another form.");
        return chosen is { IsText: false } && path is null && !Console.IsOutputRedirected
            ? throw new WrongUseException($"--format {format} cannot be shown on a terminal; give --out FILE.{format}.")
            : chosen;
    }

    private static async Task<int> RunAsync(
        TrendQuery query, TrendExport? format, string? path, string? database, CancellationToken cancellationToken)
    {
        var (store, notice) = SeriesQuestion.Open(database, cancellationToken);
        var answer = new TrendReader(store).Answer(query, format?.MostCells ?? TrendAnswer.MostCells);
        if (format is null)
        {
            WriteTables(answer, notice);
            return ExitCode.Done;
        }

        using var buffer = new MemoryStream();
        await format.WriteAsync(answer, buffer, cancellationToken);
        await using var output = path is null ? Console.OpenStandardOutput() : Created(path);
        buffer.Position = 0;
        await buffer.CopyToAsync(output, cancellationToken);
        return ExitCode.Done;
    }

    private static FileStream Created(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LensException($"{path} cannot be written: {exception.Message} Give --out a file in a folder that is there and yours.", exception);
        }
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
        foreach (var note in trend.Notes)
            Console.WriteLine(note);
    }

    private static string[] Details(TrendBucket bucket) => bucket.Concentration is { } few
        ? [SeriesTable.Number(few.EffectiveAuthors), SeriesTable.Number(few.TopShare), SeriesTable.Number(few.TopTenShare), SeriesTable.Number(few.LeaveOneOut)]
        : ["", "", "", ""];

    // Names are collected text: a terminal must not take any of it for a command.
    private static string Shown(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? '?' : letter));
}
