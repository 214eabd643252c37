using System.Globalization;
using System.Net.Http.Headers;

namespace DiscourseLens.Collecting.Politeness;

/// <summary>What a host says is left of its window: the headers <c>X-Ratelimit-Remaining</c> and <c>X-Ratelimit-Reset</c>.</summary>
/// <param name="Remaining">Requests left; fractions occur.</param>
/// <param name="Reset">Time to the window's end.</param>
public readonly record struct RateBudget(double Remaining, TimeSpan Reset)
{
    private const double EarliestEpoch = 1e9; // a number of seconds beyond it is an instant, not a span
    private const double LongestWindow = 172_800; // two days of seconds

    /// <summary>Reads the headers; null where one is absent or no number.</summary>
    public static RateBudget? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (Number(headers, "X-Ratelimit-Remaining") is not { } remaining || Number(headers, "X-Ratelimit-Reset") is not { } reset)
            return null;
        var seconds = reset >= EarliestEpoch ? reset - now.ToUnixTimeSeconds() : reset;
        return new RateBudget(Math.Max(0, remaining), TimeSpan.FromSeconds(Math.Clamp(seconds, 0, LongestWindow)));
    }

    private static double? Number(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values)
        && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
}
