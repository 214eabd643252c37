using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DiscourseLens.Collecting.Archives;

/// <summary>
/// What an archive file covers: <c>RC_YYYY-MM</c> and <c>RS_YYYY-MM</c> cover that UTC month of every community; any other
/// file covers only what <c>--covers</c> or a sidecar <c>FILE.coverage.json</c> says, of the communities in it.
/// </summary>
/// <param name="Everywhere">The windows hold for every community of the source, in the file or not.</param>
/// <param name="ByKind">Windows per kind of post, in order, without overlap.</param>
public sealed partial record CoverageDeclaration(
    bool Everywhere, IReadOnlyDictionary<PostKind, IReadOnlyList<CoverageWindow>> ByKind)
{
    private static readonly string[] s_instants =
        ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'"];

    /// <summary>Whether nothing is declared.</summary>
    public bool IsEmpty => ByKind.Values.All(windows => windows.Count == 0);

    /// <summary>Reads what is declared for a file.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="covers">The value of <c>--covers</c>, FROM..UNTIL, or null.</param>
    /// <param name="kinds">The kinds of posts in the file; windows without a kind of their own hold for these.</param>
    /// <exception cref="LensException">The interval or the sidecar cannot be read.</exception>
    public static CoverageDeclaration Read(string path, string? covers, IReadOnlyCollection<PostKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var month = MonthOfName(Path.GetFileName(path));
        var given = covers is null ? null : ParseInterval(covers);
        var sidecar = ReadSidecar(path + ".coverage.json");
        return new CoverageDeclaration(month is not null && given is null, kinds.ToDictionary(kind => kind, kind =>
        {
            var basis = given ?? (month?.Kind == kind ? month.Value.Window : null);
            return CoverageWindow.Overlay(
                basis is null ? [] : [basis],
                sidecar.Where(entry => entry.Kind is null || entry.Kind == kind).Select(entry => entry.Window));
        }));
    }

    /// <summary>Parses <c>FROM..UNTIL</c>, two UTC dates or instants, the second not included.</summary>
    /// <exception cref="LensException">It is no such interval.</exception>
    public static CoverageWindow ParseInterval(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = text.Split("..");
        if (ends.Length == 2 && ParseInstant(ends[0]) is { } from && ParseInstant(ends[1]) is { } until && from < until)
            return new CoverageWindow(from, until, CoverageWindow.Complete, 1, null);
        throw new LensException(
            $"'{text}' is no interval; write two UTC dates as FROM..UNTIL with UNTIL not included, for example 2024-01-01..2024-02-01.");
    }

    private static (PostKind Kind, CoverageWindow Window)? MonthOfName(string name)
    {
        var match = MonthlyName().Match(name);
        if (!match.Success
            || !DateOnly.TryParseExact(match.Groups[2].Value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return null;
        var kind = match.Groups[1].Value is "C" or "c" ? PostKind.Comment : PostKind.Submission;
        return (kind, CoverageWindow.Whole(month, month.AddMonths(1)));
    }

    private static long? ParseInstant(string text) => DateTimeOffset.TryParseExact(
        text, s_instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        ? instant.ToUnixTimeMilliseconds()
        : null;

    private static List<(PostKind? Kind, CoverageWindow Window)> ReadSidecar(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            var list = root.ValueKind == JsonValueKind.Array ? root : root.GetProperty("windows");
            return list.EnumerateArray().Select(ReadWindow).ToList();
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or LensException)
        {
            throw new LensException(
                $$"""'{{path}}' is no coverage file ({{exception.Message}}); write {"windows":[{"from":"2024-01-01","until":"2024-02-01","state":"complete","reason":null}]} with state one of {{string.Join(", ", CoverageWindow.States)}}.""",
                exception);
        }
    }

    private static (PostKind? Kind, CoverageWindow Window) ReadWindow(JsonElement entry)
    {
        var interval = ParseInterval($"{entry.GetProperty("from").GetString()}..{entry.GetProperty("until").GetString()}");
        var state = Text(entry, "state") ?? CoverageWindow.Complete;
        if (!CoverageWindow.States.Contains(state))
            throw new FormatException($"unknown state '{state}'");
        return (ReadKind(Text(entry, "kind")), interval with
        {
            State = state,
            Fraction = state == CoverageWindow.Complete ? 1 : ReadFraction(entry, state),
            Reason = Text(entry, "reason"),
        });
    }

    private static PostKind? ReadKind(string? kind) => kind switch
    {
        null => null,
        "submission" => PostKind.Submission,
        "comment" => PostKind.Comment,
        _ => throw new FormatException($"unknown kind '{kind}'; write submission or comment"),
    };

    // What is not known to have been collected counts as not collected.
    private static double ReadFraction(JsonElement entry, string state)
    {
        if (!entry.TryGetProperty("fraction", out var value) || value.ValueKind == JsonValueKind.Null)
            return 0;
        return state is "partial" or "truncated" && value.GetDouble() is >= 0 and <= 1 and var fraction
            ? fraction
            : throw new FormatException("a fraction goes from 0 to 1, with state partial or truncated");
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) ? value.GetString() : null;

    [GeneratedRegex(@"^R([CS])_([0-9]{4}-[0-9]{2})(?:\.(?:zst|gz|ndjson|jsonl|json))*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthlyName();
}
