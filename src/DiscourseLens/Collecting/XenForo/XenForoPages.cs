using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DiscourseLens.Collecting.Politeness;

namespace DiscourseLens.Collecting.XenForo;

/// <summary>Gets pages as robots.txt allows, and tells a page of the forum from what stands in its place.</summary>
internal sealed class XenForoPages(Uri address, SourceClient client, TimeProvider time)
{
    private const string Program = "discourselens";
    private static readonly TimeSpan s_rulesLast = TimeSpan.FromHours(24);

    private readonly Spacing _spacing = new(time);
    private RobotsRules _rules = RobotsRules.None;
    private DateTimeOffset? _rulesRead;

    /// <summary>A page of a board.</summary>
    /// <exception cref="PlaceUnavailableException">It is gone, or programs are asked to stay away.</exception>
    public async Task<XenForoList> BoardAsync(string board, int page, CancellationToken cancellationToken) =>
        await GetAsync(Paged($"forums/{board}/", page), XenForoList.Read, cancellationToken).ConfigureAwait(false)
        ?? throw new PlaceUnavailableException($"{address.Host} shows no board {board} to everybody; correct it in the settings, or ask the forum whether it is open.");

    /// <summary>A page of a thread; null when it is gone, or asks by itself not to be kept.</summary>
    /// <exception cref="PlaceUnavailableException">robots.txt asks programs to stay away from threads.</exception>
    public Task<XenForoThread?> ThreadAsync(string path, int page, CancellationToken cancellationToken) =>
        GetAsync(Paged(path, page), document => XenForoThread.Read(document, address), cancellationToken);

    private static string Paged(string path, int page) => page == 1 ? path : FormattableString.Invariant($"{path}page-{page}");

    private async Task<T?> GetAsync<T>(string path, Func<IHtmlDocument, T> read, CancellationToken cancellationToken) where T : class
    {
        await ReadRulesAsync(cancellationToken).ConfigureAwait(false);
        var target = new Uri(address, path);
        if (!_rules.Allows(target.PathAndQuery))
            throw new PlaceUnavailableException($"{address.Host} asks programs to stay away from {target.AbsolutePath} (robots.txt); ask its operators.");
        T? made = null;
        try
        {
            await _spacing.RunAsync(() => client.ReadTextAsync(target.ToString(), null, Judge, cancellationToken), cancellationToken).ConfigureAwait(false);
            return made;
        }
        catch (GoneException)
        {
            return null;
        }

        // Half a page is tried again as half an answer is, so it is read here.
        SourceException? Judge(SourceAnswer answer)
        {
            using var document = answer.IsPage ? new HtmlParser().ParseDocument(new MemoryStream(answer.Body.ToArray())) : null;
            var isForum = document?.DocumentElement.Id == "XF";
            if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone || (answer.Status == HttpStatusCode.Forbidden && isForum))
                return new GoneException();
            if (AnswerRules.Judge(answer) is { } trouble)
                return trouble;
            if (!isForum || answer.Body.Span.LastIndexOf("</html>"u8) < 0)
                return new SourceTroubleException($"{answer.Address} gave no whole page of a XenForo 2 forum; it is tried again later.");
            if (document!.QuerySelector("meta[name=robots]")?.GetAttribute("content") is { } wish
                && (wish.Contains("noindex", StringComparison.OrdinalIgnoreCase) || wish.Contains("noarchive", StringComparison.OrdinalIgnoreCase)))
                return new GoneException();
            try
            {
                made = read(document);
                return null;
            }
            catch (FormatException exception)
            {
                return new SourceTroubleException($"{answer.Address} gave a page of another shape than expected; it is tried again later.", exception);
            }
        }
    }

    /// <summary>Reads robots.txt once a day. Where the server is in trouble nothing may be read; where there is none, all.</summary>
    private async Task ReadRulesAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow() - _rulesRead < s_rulesLast)
            return;
        try
        {
            var answer = await client.ReadTextAsync(new Uri(address, "/robots.txt").ToString(), null, JudgeRules, cancellationToken).ConfigureAwait(false);
            _rules = RobotsRules.Parse(answer!.Body.Span, Program); // nothing else was known
        }
        catch (GoneException)
        {
            _rules = RobotsRules.None;
        }

        _rulesRead = time.GetUtcNow();
        _spacing.Apart = _rules.Delay ?? TimeSpan.Zero;
    }

    private static SourceException? JudgeRules(SourceAnswer answer) => (int)answer.Status switch
    {
        >= 400 and < 500 => new GoneException(),
        >= 300 and < 400 => new SourceTroubleException($"{answer.Address} leads elsewhere; without its rules nothing is read. Correct the forum's address."),
        200 when answer.IsEmpty => new GoneException(),
        200 when answer.IsPage => AnswerRules.JudgePage(answer),
        _ => null,
    };

    private sealed class GoneException() : SourceException("it is gone");
}
