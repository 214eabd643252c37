namespace DiscourseLens.Scoring.Relevance;

/// <summary>The names of community classes in settings, term files and the database.</summary>
public static class CommunityClasses
{
    private static readonly string[] InEnumOrder = ["general", "therapy", "substance", "mental-health"];

    /// <summary>All names, in the order of the enum: general, therapy, substance, mental-health.</summary>
    public static IReadOnlyList<string> Names => InEnumOrder;

    /// <summary>The name of a class, for example <c>mental-health</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enum.</exception>
    public static string NameOf(CommunityClass community) => Enum.IsDefined(community)
        ? InEnumOrder[(int)community]
        : throw new ArgumentOutOfRangeException(nameof(community), community, "Not a community class.");

    /// <summary>The class of a name, in any case; false and <see cref="CommunityClass.General"/> for an unknown one.</summary>
    public static bool TryParse(string? name, out CommunityClass community)
    {
        var index = Array.FindIndex(InEnumOrder, known => known.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
        community = index < 0 ? CommunityClass.General : (CommunityClass)index;
        return index >= 0;
    }
}
