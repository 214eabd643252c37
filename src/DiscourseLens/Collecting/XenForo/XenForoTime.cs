using System.Globalization;
using AngleSharp.Dom;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>Instants as pages give them: 2.2 has seconds in <c>data-time</c>, 2.3 in <c>data-timestamp</c> and the hour in <c>data-time</c>.</summary>
internal static class XenForoTime
{
    /// <summary>UTC milliseconds; null where there is none.</summary>
    public static long? Read(IElement? time)
    {
        if (DateTimeOffset.TryParse(time?.GetAttribute("datetime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
            return instant.ToUnixTimeMilliseconds();
        return Seconds(time?.GetAttribute("data-timestamp")) ?? Seconds(time?.GetAttribute("data-time"));
    }

    private static long? Seconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800 ? seconds * 1000 : null; // year 10000
}
