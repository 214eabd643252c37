using System.Globalization;

namespace DiscourseLens.Tests.Trends.Statistics;

/// <summary>How often simulations are repeated: 300 times, or as often as DISCOURSELENS_REPLICATIONS says.</summary>
internal static class Replications
{
    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("DISCOURSELENS_REPLICATIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 300
            ? count
            : 300;

    /// <summary>Part of the replications in which something happened.</summary>
    public static double Part(Func<int, bool> happened) => Enumerable.Range(0, Count).Count(happened) / (double)Count;
}
