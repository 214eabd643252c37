using System.Globalization;

namespace DiscourseLens.Series;

/// <summary>Where buckets start and end, and how they are named.</summary>
internal static class GrainCalendar
{
    /// <summary>The grains whose estimates are kept for the views; of coarser ones only the sums are.</summary>
    public static readonly IReadOnlyList<Grain> Kept = [Grain.Day, Grain.Week, Grain.Month];

    /// <summary>All grains.</summary>
    public static readonly IReadOnlyList<Grain> All = [.. Kept, Grain.Quarter, Grain.Year];

    /// <summary>The form in tables, views and outputs.</summary>
    public static string Text(this Grain grain) => grain.ToString().ToLowerInvariant();

    /// <summary>The grain of a form written by <see cref="Text"/>.</summary>
    public static Grain Parse(string text) => Enum.Parse<Grain>(text, ignoreCase: true);

    /// <summary>The first day of the bucket that holds a day.</summary>
    public static DateOnly StartOf(this Grain grain, DateOnly day) => grain switch
    {
        Grain.Day => day,
        Grain.Week => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        Grain.Month => new DateOnly(day.Year, day.Month, 1),
        Grain.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>The first day after the bucket that starts on a day.</summary>
    public static DateOnly EndOf(this Grain grain, DateOnly start) => grain switch
    {
        Grain.Day => start.AddDays(1),
        Grain.Week => start.AddDays(7),
        Grain.Month => start.AddMonths(1),
        Grain.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };

    /// <summary>The whole buckets that hold a day of [from, until), in order.</summary>
    public static IEnumerable<(DateOnly Start, DateOnly End)> Between(this Grain grain, DateOnly from, DateOnly until)
    {
        for (var start = grain.StartOf(from); start < until; start = grain.EndOf(start))
            yield return (start, grain.EndOf(start));
    }

    /// <summary>The bucket's short name, for example 2023-W05 or 2023-Q1.</summary>
    public static string Label(this Grain grain, DateOnly start) => grain switch
    {
        Grain.Day => start.ToString("O", CultureInfo.InvariantCulture),
        Grain.Week => string.Create(
            CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start):0000}-W{ISOWeek.GetWeekOfYear(start):00}"),
        Grain.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        Grain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-Q{(start.Month + 2) / 3}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };
}
