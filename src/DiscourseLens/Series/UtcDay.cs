namespace DiscourseLens.Series;

/// <summary>Days as the store keeps them: the epoch millisecond of a UTC midnight.</summary>
internal static class UtcDay
{
    /// <summary>Milliseconds of a UTC day.</summary>
    public const long Length = 86_400_000;

    private static readonly int s_epoch = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The millisecond of a day's midnight.</summary>
    public static long ToMs(DateOnly day) => (day.DayNumber - s_epoch) * Length;

    /// <summary>The day that holds an instant.</summary>
    public static DateOnly FromMs(long ms) => DateOnly.FromDayNumber((int)Math.Floor((double)ms / Length) + s_epoch);

    /// <summary>The midnight at or before an instant.</summary>
    public static long Floor(long ms) => ToMs(FromMs(ms));

    /// <summary>The midnight at or after an instant.</summary>
    public static long Ceiling(long ms) => Floor(ms) == ms ? ms : Floor(ms) + Length;

    /// <summary>The midnight that starts a day, as ISO-8601 text.</summary>
    public static string Text(DateOnly day) => $"{day:O}T00:00:00Z";
}
