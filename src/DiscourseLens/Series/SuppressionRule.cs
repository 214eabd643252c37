namespace DiscourseLens.Series;

/// <summary>Below which counts a public output hides a cell, since a small one may point at a person.</summary>
/// <param name="MinPosts">Fewest posts a shown cell rests on, 10 unless set; at least 1.</param>
/// <param name="MinAuthors">Fewest known authors a shown cell rests on, 5 unless set; 0 or more.</param>
public sealed record SuppressionRule(int MinPosts = 10, int MinAuthors = 5)
{
    /// <summary>Whether a cell's value must not be shown. A cell without posts points at nobody.</summary>
    public bool Hides(long n, long authors) => n > 0 && (n < MinPosts || authors < MinAuthors);
}
