using System.Globalization;

namespace DiscourseLens.Trends.Events;

/// <summary>
/// How effects are written: differences in the measure's unit, or for logarithms factors ("1.35 times"). Two digits that
/// count, so that no limit is rounded to "nothing".
/// </summary>
internal static class EffectWords
{
    private const int MostDecimals = 6;

    /// <summary>An effect with its interval, as the end of "stepped up" or "stepped down".</summary>
    public static string Change(bool log, double value, double low, double high)
    {
        if (log)
            return $"to {Factor(value)} times (95 % {Factor(low)} to {Factor(high)})";
        var (near, far) = value > 0 ? (low, high) : (-high, -low);
        return $"by {Digits(Math.Abs(value))} (95 % {Digits(near)} to {Digits(far)})";
    }

    /// <summary>
    /// The smallest effect that would have been found, rounded away from nothing; of logarithms as both limits of what would not have been.
    /// </summary>
    public static string Detectable(bool log, double size)
    {
        if (!log)
            return Digits(size, up: true);
        var (up, down) = (Math.Exp(size), Math.Exp(-size));
        var decimals = Decimals(up - 1);
        return $"to less than {Text(Ceiling(up, decimals), decimals)} times, or to more than {Text(-Ceiling(-down, decimals), decimals)} times,";
    }

    /// <summary>A shift, without an interval: it has none.</summary>
    public static string Shift(bool log, double size) => log
        ? $"to {Factor(size)} times"
        : (size < 0 ? "-" : "+") + Digits(Math.Abs(size));

    private static string Factor(double log)
    {
        var factor = Math.Exp(log);
        return Text(factor, Decimals(factor - 1));
    }

    private static string Digits(double value, bool up = false)
    {
        var decimals = Decimals(value);
        return Text(up ? Ceiling(value, decimals) : value, decimals);
    }

    private static int Decimals(double value) => value == 0 ? 2 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 2, MostDecimals);

    private static double Ceiling(double value, int decimals)
    {
        var scale = Math.Pow(10, decimals);
        return Math.Ceiling(value * scale) / scale;
    }

    private static string Text(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
