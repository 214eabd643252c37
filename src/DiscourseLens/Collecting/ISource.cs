namespace DiscourseLens.Collecting;

/// <summary>
/// A place on the network that posts are read from. A source only reads: what is stored, counted and covered is decided by
/// <see cref="Live.LiveCollector"/>, the same for all. It keeps no state between calls but in cursor and memory, which are
/// stored with the posts they belong to.
/// </summary>
public interface ISource
{
    /// <summary>Whose ids these are, as the store names sources: <c>reddit</c>, <c>hackernews</c>, a forum's host.</summary>
    string Origin { get; }

    /// <summary>By which door the posts come, for example <c>reddit-api</c>; kept with every capture.</summary>
    string Route { get; }

    /// <summary>The places to read, each on its own, in the order of the settings.</summary>
    IReadOnlyList<SourcePlace> Places { get; }

    /// <summary>
    /// Reads one window of one place to its end, page by page. The window counts as complete except where a page reports a
    /// <see cref="WindowGap"/>. Posts before <see cref="FetchWindow.FromMs"/> (the overlap) and from
    /// <see cref="FetchWindow.UntilMs"/> on may come too, and any post may come twice, in any order.
    /// </summary>
    /// <param name="place">One of <see cref="Places"/>.</param>
    /// <param name="window">What to read, and where an earlier run stopped.</param>
    /// <param name="cancellationToken">Stops between pages.</param>
    /// <exception cref="RateLimitedException">The source wants to be left alone for longer than is waited for.</exception>
    /// <exception cref="SourceRefusedException">The source refuses us (401, 403, login): nobody may ask again before a person did something.</exception>
    /// <exception cref="PlaceUnavailableException">This place alone cannot be read.</exception>
    /// <exception cref="SourceTroubleException">Trouble that may pass.</exception>
    IAsyncEnumerable<FetchedPage> ReadAsync(SourcePlace place, FetchWindow window, CancellationToken cancellationToken);

    /// <summary>Asks the source one thing, to find out whether it can be collected.</summary>
    /// <returns>A sentence on what was seen.</returns>
    /// <exception cref="SourceException">It cannot; the message says what to do.</exception>
    Task<string> ProbeAsync(CancellationToken cancellationToken);
}
