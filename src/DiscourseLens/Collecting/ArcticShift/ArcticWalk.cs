using System.Globalization;

namespace DiscourseLens.Collecting.ArcticShift;

/// <summary>
/// Walks a window second by second upwards. The last second shown is always asked for again, since a page may end within it.
/// </summary>
internal sealed class ArcticWalk(ArcticShiftApi api, PostKind kind, string community, FetchWindow window)
{
    private const long LongestStretch = 7 * 86_400;
    private readonly long _until = window.UntilMs / 1000;
    private long _from = window.Cursor is { } cursor ? long.Parse(cursor, CultureInfo.InvariantCulture) : window.OverlapMs / 1000;
    private long _stretch = LongestStretch; // shorter after the archive took too long

    /// <summary>Whether everything was read.</summary>
    public bool IsOver => _from >= _until;

    /// <summary>Reads the next page.</summary>
    public async Task<FetchedPage> NextAsync(CancellationToken cancellationToken)
    {
        var (answer, end) = await ReadAsync(false, cancellationToken).ConfigureAwait(false);
        var isBusy = answer.Shown >= ArcticShiftApi.Limit && answer.LastSecond <= _from;
        if (isBusy)
            (answer, end) = await ReadAsync(true, cancellationToken).ConfigureAwait(false);
        var isStuck = isBusy && answer.LastSecond <= _from;
        // How many rows the archive allows here is its own choice, of whole hundreds: such a number may be a limit.
        var gaps = isStuck && answer.Shown % ArcticShiftApi.Limit == 0 ? new[] { Cut(answer.LastSecond!.Value, _from) } : [];
        _from = isStuck ? _from + 1 : answer.LastSecond is { } last && last > _from && last < end ? last : end;
        return new FetchedPage
        {
            Posts = answer.Posts,
            Rejected = answer.Rejected,
            Gaps = gaps,
            Cursor = _from.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Asks again once, as the archive wants it, then for ever shorter stretches.</summary>
    private async Task<(ArcticAnswer Answer, long End)> ReadAsync(bool isLarge, CancellationToken cancellationToken)
    {
        var end = Math.Min(_until, _from + _stretch);
        for (var isAgain = false; ; isAgain = true)
        {
            try
            {
                var answer = await api.SearchAsync(kind, community, _from - 1, end, isLarge, cancellationToken).ConfigureAwait(false);
                _stretch = Math.Min(LongestStretch, _stretch * 2);
                return (answer, end);
            }
            catch (QueryTimedOutException exception)
            {
                if (isAgain && end - _from <= 1)
                    throw new SourceTroubleException(exception.Message, exception);
                if (!isAgain)
                    continue;
                _stretch = Math.Max(1, (end - _from) / 2);
                end = _from + _stretch;
            }
        }
    }

    private static WindowGap Cut(long first, long last) => new(first * 1000, (last + 1) * 1000, "truncated",
        "more posts in one second than the archive shows");
}
