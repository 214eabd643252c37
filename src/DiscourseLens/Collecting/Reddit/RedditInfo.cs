namespace DiscourseLens.Collecting.Reddit;

/// <summary>Looks things up by full name. What is not shown is left out of the answer without a word.</summary>
internal static class RedditInfo
{
    /// <summary>Full names a request takes; more are passed over without a word.</summary>
    public const int Most = 100;

    /// <summary>Looks up to <see cref="Most"/> things up.</summary>
    public static Task<RedditPage> ReadAsync(RedditApi api, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        api.GetAsync($"api/info?id={Uri.EscapeDataString(string.Join(',', names))}", RedditPage.Read, cancellationToken);
}
