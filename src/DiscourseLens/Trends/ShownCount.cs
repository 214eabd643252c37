using System.Globalization;

namespace DiscourseLens.Trends;

/// <summary>A count as a public output may show it.</summary>
/// <param name="Value">The count, or where <paramref name="Below"/> the limit it stays below; 0 then where not even that is told.</param>
/// <param name="Below">Whether the count is above zero and not told.</param>
public readonly record struct ShownCount(long Value, bool Below)
{
    /// <summary>A count that is not told, as a smaller one could be had from it.</summary>
    public static ShownCount Untold { get; } = new(0, true);

    /// <summary>A count: of a small cell told only when it is zero or reaches the limit, of one that would tell a small one not at all.</summary>
    internal static ShownCount Of(long count, long limit, bool hide, bool untold = false) =>
        untold ? Untold : hide && count < limit ? new(limit, true) : new(count, false);

    /// <summary>The count in digits, or for example <c>&lt;10</c>, or <c>hidden</c>.</summary>
    public override string ToString() => this == Untold ? "hidden" : (Below ? "<" : "") + Value.ToString(CultureInfo.InvariantCulture);
}
