using System.CommandLine;
using System.Globalization;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Events;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary><c>change</c>: two intervals of one series compared, as text or JSON.</summary>
internal static class ChangeCommand
{
    private static readonly (string Key, string Help)[] s_keys =
    [
        ("a", "The first interval, for example 2024-01-01..2024-07-01; the second day is not included."),
        ("b", "The second interval."),
        ("at", "Instead of intervals: a UTC day to test the series around, for example 2024-08-09."),
        ("event", "Instead of a day: the id of a dated event, see `events list`."),
        ("by", "For at, event and points: month or week (default: month)."),
        ("from", "For at, event and points: first UTC day (default: all)."),
        ("until", "For at, event and points: UTC day after the last (default: all)."),
        ("measure", "volume, share or sentiment (default: volume)."),
        .. SeriesQuestion.Scope,
        .. SeriesQuestion.Filters.Select(filter => (filter.Key, "For at, event and points: " + char.ToLowerInvariant(filter.Help[0]) + filter.Help[1..])),
    ];

    public static Command Create()
    {
        var command = new Command(
            "change", "Compare two intervals, or test a dated event: discourselens change --measure sentiment --a 2023-01-01..2023-07-01 --b 2023-07-01..2024-01-01");
        var query = SeriesQuestion.AddTo(command, s_keys, ChangeQuestion.Parse, ("points", "Instead of a date: look for shifts of the level. Exploratory."));
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Run(
            query(parsed),
            parsed.GetValue(SharedOptions.Json),
            parsed.GetValue(SharedOptions.Database),
            cancellationToken)));
        return command;
    }

    private static int Run(ChangeQuestion question, bool json, string? database, CancellationToken cancellationToken)
    {
        var (store, notice) = SeriesQuestion.Open(database, cancellationToken);
        if (question.Event is { } tested)
            return EventTestText.Write(new EventTestReader(store).Read(tested), json, notice);
        if (question.Shifts is { } looked)
            return EventTestText.Write(new ShiftReader(store).Read(looked), json, notice);
        var change = new ChangeReader(store).Read(question.Intervals!); // one of the three is asked
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
        var table = SeriesTable.Of(texts: 1, "interval", "state", "days", "n", "authors", "effective", "value", "95 % low", "high", "one vote each");
        foreach (var (name, side) in new[] { ("A", change.A), ("B", change.B) })
        {
            table.AddRow(
                name, side.State.ToString().ToLowerInvariant(), side.ComparedDays.ToString(CultureInfo.InvariantCulture), side.N.ToString(),
                side.Authors.ToString(), SeriesTable.Number(side.Concentration?.EffectiveAuthors), SeriesTable.Number(side.Value), SeriesTable.Number(side.Low), SeriesTable.Number(side.High),
                SeriesTable.Number(side.AuthorMean));
        }

        if (change.Difference is { } difference)
            table.AddRow("B - A", "", "", "", "", "", SeriesTable.Number(difference.Value), SeriesTable.Number(difference.Low), SeriesTable.Number(difference.High), SeriesTable.Number(change.B.AuthorMean - change.A.AuthorMean));
        SeriesTable.Write(table);
    }

    private static void WriteDecomposition(Decomposition decomposition)
    {
        if (decomposition.Suppressed)
        {
            Console.WriteLine("What the change is made of is not told: too few authors stayed, came or left.");
            return;
        }

        var table = SeriesTable.Of(texts: 1, "part of the change", "authors", "value", "95 % low", "high");
        AddPart(table, "within: the same authors said other things", decomposition.Stayers, decomposition.Within);
        AddPart(table, "between: the same authors wrote more or less", decomposition.Stayers, decomposition.Between);
        AddPart(table, "entry: authors came", decomposition.Entrants, decomposition.Entry);
        AddPart(table, "exit: authors left", decomposition.Leavers, decomposition.Exit);
        SeriesTable.Write(table);
    }

    private static void AddPart(Table table, string name, long? authors, DecompositionPart? part) => table.AddRow(
        name, authors?.ToString(CultureInfo.InvariantCulture) ?? "", SeriesTable.Number(part?.Value), SeriesTable.Number(part?.Low), SeriesTable.Number(part?.High));
}
