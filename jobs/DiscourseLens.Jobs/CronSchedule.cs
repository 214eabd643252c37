using Cronos;

namespace DiscourseLens.Jobs;

/// <summary>A cron line in UTC, of five fields, or six with seconds first.</summary>
public sealed class CronSchedule
{
    private readonly CronExpression _line;

    private CronSchedule(CronExpression line) => _line = line;

    /// <summary>Reads a line; null when it is none, or one that never comes.</summary>
    public static CronSchedule? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
        return CronExpression.TryParse(text, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard, out var line)
            && line.GetNextOccurrence(DateTime.UnixEpoch) is not null
                ? new(line)
                : null;
    }

    /// <summary>When it comes next after an instant; it always does.</summary>
    public DateTimeOffset Next(DateTimeOffset after) => _line.GetNextOccurrence(after, TimeZoneInfo.Utc)!.Value; // checked when it was read

    /// <summary>Whether it came at least once after one instant, and not later than another.</summary>
    public bool CameBetween(DateTimeOffset after, DateTimeOffset now) =>
        _line.GetNextOccurrence(after, TimeZoneInfo.Utc) is { } next && next <= now;
}
