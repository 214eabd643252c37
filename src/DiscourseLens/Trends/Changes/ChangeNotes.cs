using System.Globalization;
using DiscourseLens.Trends.Statistics;

namespace DiscourseLens.Trends.Changes;

/// <summary>What a reader of a comparison must know besides its sentence.</summary>
internal static class ChangeNotes
{
    /// <summary>The notes, none where all is well.</summary>
    public static List<string> Of(ChangeQuery query, ChangeSide a, ChangeSide b, DayMatching matching, Difference? difference)
    {
        var notes = new List<string>();
        if (matching != DayMatching.Whole)
        {
            notes.Add(Text($"Days not covered in full are left out: {a.ComparedDays} of {query.A.Days} days of A and {b.ComparedDays} of {query.B.Days} of B are compared")
                + (matching == DayMatching.SamePlace ? ", the same places in both." : "; the intervals differ in length, so weekdays may weigh differently."));
        }

        foreach (var (name, side) in new[] { ("A", a), ("B", b) })
        {
            if (side.State == BucketState.Provisional)
                notes.Add($"{name} is provisional: its last days were looked at too soon, and its number may still change.");
            if (OneAuthor.Wrote(side.Concentration, $"of {name}") is { } wrote)
                notes.Add($"O{wrote[1..]}.");
        }

        if (difference is not null && b.AuthorMean - a.AuthorMean is { } votes && votes * difference.Value < 0)
            notes.Add(Text($"By one author, one vote the change has the other sign: {votes:+0.00;-0.00}."));
        return notes;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
