using System.Globalization;

namespace DiscourseLens.Trends;

/// <summary>UTC days as questions give them, kept where calendars can be computed with.</summary>
public static class QueryDay
{
    /// <summary>The earliest day that can be asked for, a Monday.</summary>
    public static DateOnly First { get; } = new(1900, 1, 1);

    /// <summary>The latest.</summary>
    public static DateOnly Last { get; } = new(2200, 1, 1);

    /// <summary>Reads a day.</summary>
    /// <param name="key">The key it is given for, for the message.</param>
    /// <param name="text">Year-month-day.</param>
    /// <exception cref="TrendException">It is no day, or lies outside <see cref="First"/> to <see cref="Last"/>.</exception>
    public static DateOnly Parse(string key, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? InRange(key, day)
            : throw new TrendException(TrendTrouble.Query, $"{key} '{text}' is no day; write year-month-day, for example 2023-01-31.");

    /// <summary>The day itself.</summary>
    /// <exception cref="TrendException">It lies outside <see cref="First"/> to <see cref="Last"/>.</exception>
    internal static DateOnly InRange(string key, DateOnly day) => day >= First && day <= Last ? day : throw new TrendException(
        TrendTrouble.Query, $"{key} '{day:O}' is out of range; take a day from {First:O} to {Last:O}.");
}
