namespace DiscourseLens.Scoring.Learning;

/// <summary>Cuts rows into folds that no group crosses.</summary>
internal static class GroupedFolds
{
    /// <summary>The fold of each row, from 0: the largest groups first, each into the fold that is smallest so far.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="folds">How many folds; fewer come out where there are fewer groups.</param>
    public static int[] Cut(IReadOnlyList<string> groups, int folds)
    {
        var sizes = new int[Math.Max(1, folds)];
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySize = groups.GroupBy(group => group, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in bySize)
        {
            var smallest = Array.IndexOf(sizes, sizes.Min());
            foldOf[group.Key] = smallest;
            sizes[smallest] += group.Count();
        }
        return [.. groups.Select(group => foldOf[group])];
    }
}
