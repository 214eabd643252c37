using System.Globalization;
using DiscourseLens.Trends.Changes;
using DiscourseLens.Trends.Events;
using DiscourseLens.Trends.Statistics;
using Spectre.Console;

namespace DiscourseLens.App.Commands;

/// <summary>Tests over time on the console, as text or JSON.</summary>
internal static class EventTestText
{
    public static int Write(EventTest test, bool json, string? notice)
    {
        if (json)
            EventTestJson.Write(test, Console.Out);
        else
            Write(test, notice);
        return ExitCode.Done;
    }

    public static int Write(Shifts shifts, bool json, string? notice)
    {
        if (json)
            ShiftJson.Write(shifts, Console.Out);
        else
            WriteEnd(notice, shifts.Sentence, shifts.Notes, shifts.Gate, shifts.Scorer);
        return ExitCode.Done;
    }

    private static void Write(EventTest test, string? notice)
    {
        if (test.Event is { } named)
            Console.WriteLine($"{named.Day:O} {named.Title} ({named.Place}; {named.Url})");
        var table = SeriesTable.Of(texts: 1, "effect", "value", "95 % low", "high", "p", "detectable", "Newey-West error", "p");
        AddRow(table, test.IsLog ? "step of the logarithm" : "step", test.Result.Level, test.Result.DetectableStep);
        AddRow(table, "change of its trend", test.Result.Slope, test.Result.DetectableSlope);
        SeriesTable.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{test.Result.Points} points, autocorrelation {test.Result.Rho:0.00}; of {test.Result.Placebos} other dates{(test.Result.PlaceboP is { } p ? $" the step ranks at p = {p:0.###}" : ", too few to rank the step")}."));
        foreach (var each in test.Near)
            Console.WriteLine($"Near: {each.Day:O} {each.Title} ({each.Id})");
        WriteEnd(notice, test.Sentence, test.Notes, test.Gate, test.Scorer);
    }

    private static void WriteEnd(string? notice, string sentence, IReadOnlyList<string> notes, string gate, string scorer)
    {
        if (notice is not null)
            Console.WriteLine(notice);
        Console.WriteLine(sentence);
        foreach (var note in notes)
            Console.WriteLine(note);
        Console.WriteLine($"Posts chosen by {gate}, measured by {scorer}.");
    }

    private static void AddRow(Table table, string name, EventEffect effect, double detectable) => table.AddRow(
        name, SeriesTable.Number(effect.Value), SeriesTable.Number(effect.Low), SeriesTable.Number(effect.High), SeriesTable.Number(effect.P),
        SeriesTable.Number(detectable), SeriesTable.Number(effect.NeweyWestError), SeriesTable.Number(effect.NeweyWestP));
}
