using System.Globalization;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>Boards of a forum that runs XenForo 2, read from its pages as robots.txt allows and its operators permitted.</summary>
public sealed class XenForoSource : ISource
{
    private readonly TimeProvider _time;
    private readonly XenForoPages _pages;
    private readonly IReadOnlyList<string> _boards;

    /// <summary>A source that asks through a client.</summary>
    public XenForoSource(XenForoOptions options, SourceClient client, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        _time = time;
        _boards = options.Boards;
        _pages = new(options.Address, client, time);
        Origin = options.Address.Host;
        Places = [.. options.Boards.Select(board => new SourcePlace(board, $"{Origin}: {NameOf(board)}", [PostKind.Submission, PostKind.Comment])
        {
            Settling = TimeSpan.FromMinutes(5),
            ShowsEarlier = true,
        })];
    }

    /// <inheritdoc />
    public string Origin { get; }

    /// <inheritdoc />
    public string Route => "xenforo-html";

    /// <inheritdoc />
    public IReadOnlyList<SourcePlace> Places { get; }

    /// <inheritdoc />
    public IAsyncEnumerable<FetchedPage> ReadAsync(SourcePlace place, FetchWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(window);
        return new XenForoWalk(_pages, place.Name, place.Community!, window, _time).ReadAsync(cancellationToken); // every place has one
    }

    /// <inheritdoc />
    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        var list = await _pages.BoardAsync(_boards[0], 1, cancellationToken).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"{Origin} answers; the first page of {_boards[0]} lists {list.Threads.Count} threads.");
    }

    private static string NameOf(string board) => board.LastIndexOf('.') is var dot and > 0 ? board[..dot] : board;
}
