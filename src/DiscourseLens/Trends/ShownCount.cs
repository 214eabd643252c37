using System.Globalization;

namespace DiscourseLens.Trends;

/// <summary>A count as a public output may show it.</summary>
/// <param name="Value">The count, or where <paramref name="Below"/> the limit it stays below.</param>
/// <param name="Below">Whether the count is above zero, below the limit, and thus not told.</param>
public readonly record struct ShownCount(long Value, bool Below)
{
    /// <summary>The count, told only when it is zero or reaches the limit.</summary>
    internal static ShownCount Of(long count, long limit, bool hide) =>
        hide && count < limit ? new(limit, true) : new(count, false);

    /// <summary>The count in digits, or for example <c>&lt;10</c>.</summary>
    public override string ToString() => (Below ? "<" : "") + Value.ToString(CultureInfo.InvariantCulture);
}
