using System.Globalization;
using System.Net.Http.Headers;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>The header <c>Retry-After</c>: seconds, fractions of them too, or a date.</summary>
public static class RetryAfter
{
    /// <summary>The wait asked for, at least a second; null where the header is absent or unreadable.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (!headers.TryGetValues("Retry-After", out var values))
            return null;
        var text = values.First();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds))
            return AtLeastASecond(TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1e9)));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? AtLeastASecond(date - now)
            : null;
    }

    private static TimeSpan AtLeastASecond(TimeSpan wait) => wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
}
