using System.CommandLine;
using System.Globalization;
using DiscourseLens.Database;
using DiscourseLens.Trends.Changes;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary><c>change</c>: two intervals of one series compared, as text or JSON.</summary>
internal static class ChangeCommand
{
    private const int WidestTable = 120;

    private static readonly (string Key, string Help)[] s_keys =
    [
        ("a", "The first interval, for example 2024-01-01..2024-07-01; the second day is not included."),
        ("b", "The second interval."),
        ("measure", "volume, share or sentiment (default: volume)."),
        ("source", "The source, where the store has several."),
        ("community", "Communities, with commas between them (default: all)."),
        ("target", "all, mdma, psilocybin, ketamine, lsd, other or general (default: all)."),
    ];

    public static Command Create()
    {
        var keys = s_keys.Select(key => new Option<string?>("--" + key.Key) { Description = key.Help }).ToList();
        var command = new Command(
            "change", "Compare two intervals: discourselens change --measure sentiment --a 2023-01-01..2023-07-01 --b 2023-07-01..2024-01-01");
        foreach (var key in keys)
            command.Options.Add(key);
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            ReadQuery(keys.Select(key => KeyValuePair.Create(key.Name[2..], parsed.GetValue(key)))),
            parsed.GetValue(SharedOptions.Json),
            parsed.GetValue(SharedOptions.Database),
            cancellationToken)));
        return command;
    }

    private static ChangeQuery ReadQuery(IEnumerable<KeyValuePair<string, string?>> values)
    {
        try
        {
            return ChangeQuery.Parse(values);
        }
        catch (LensException exception)
        {
            throw new WrongUseException("--" + exception.Message, exception);
        }
    }

    private static int Run(ChangeQuery query, bool json, string? database, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(database);
        if (SampleStudy.IsWanted(settings))
            settings = SampleStudy.Open(settings, cancellationToken);
        var store = LensDatabase.OpenExisting(settings.DatabasePath);
        var notice = SampleStudy.NoticeOf(store.Path);
        if (notice is not null)
            Console.Error.WriteLine(notice);
        var change = new ChangeReader(store).Read(query);
        if (json)
            ChangeJson.Write(change, Console.Out);
        else
            Write(change, notice);
        return ExitCode.Done;
    }

    private static void Write(Change change, string? notice)
    {
        // Twice on a terminal, and still there when the text is kept in a file.
        if (notice is not null)
            Console.WriteLine(notice);
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, WidestTable);
        WriteSides(change);
        if (change.Decomposition is { } decomposition)
            WriteDecomposition(decomposition);
        Console.WriteLine(change.Sentence);
        foreach (var note in change.Notes)
            Console.WriteLine(note);
        Console.WriteLine($"Posts chosen by {change.Gate}, measured by {change.Scorer}.");
    }

    private static void WriteSides(Change change)
    {
        var table = Columns("interval", "state", "days", "n", "authors", "effective", "value", "95 % low", "high", "one vote each");
        foreach (var (name, side) in new[] { ("A", change.A), ("B", change.B) })
        {
            table.AddRow(
                name, side.State.ToString().ToLowerInvariant(), side.ComparedDays.ToString(CultureInfo.InvariantCulture), side.N.ToString(),
                side.Authors.ToString(), Number(side.Concentration?.EffectiveAuthors), Number(side.Value), Number(side.Low), Number(side.High),
                Number(side.AuthorMean));
        }

        if (change.Difference is { } difference)
            table.AddRow("B - A", "", "", "", "", "", Number(difference.Value), Number(difference.Low), Number(difference.High), Number(change.B.AuthorMean - change.A.AuthorMean));
        AnsiConsole.Write(table);
    }

    private static void WriteDecomposition(Decomposition decomposition)
    {
        if (decomposition.Suppressed)
        {
            Console.WriteLine("What the change is made of is not told: too few authors stayed, came or left.");
            return;
        }

        var table = Columns("part of the change", "authors", "value", "95 % low", "high");
        AddPart(table, "within: the same authors said other things", decomposition.Stayers, decomposition.Within);
        AddPart(table, "between: the same authors wrote more or less", decomposition.Stayers, decomposition.Between);
        AddPart(table, "entry: authors came", decomposition.Entrants, decomposition.Entry);
        AddPart(table, "exit: authors left", decomposition.Leavers, decomposition.Exit);
        AnsiConsole.Write(table);
    }

    private static void AddPart(Table table, string name, long? authors, DecompositionPart? part) => table.AddRow(
        name, authors?.ToString(CultureInfo.InvariantCulture) ?? "", Number(part?.Value), Number(part?.Low), Number(part?.High));

    private static Table Columns(string first, params string[] rest)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(first).NoWrap());
        foreach (var name in rest)
            table.AddColumn(new TableColumn(name).RightAligned().NoWrap());
        return table;
    }

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
