using System.Net;
using System.Text;
using System.Text.Json;
using System.Web;
using DiscourseLens.Tests.Support;

namespace DiscourseLens.Tests.Collecting.Live;

/// <summary>Replays recorded traffic, matched on path, <c>after</c> and ids, whatever their order and the other parameters.</summary>
internal sealed class Cassette : HttpMessageHandler
{
    private readonly List<Recorded> _recorded = [];

    private Cassette(JsonElement interactions)
    {
        foreach (var interaction in interactions.EnumerateArray())
        {
            var request = interaction.GetProperty("request");
            var body = request.GetProperty("body");
            var form = body.ValueKind == JsonValueKind.Object ? body.GetProperty("string").GetString() : body.GetString();
            _recorded.Add(new(Key.Of(new Uri(request.GetProperty("uri").GetString()!), form), // every request has one
                interaction.GetProperty("response").GetProperty("body").GetProperty("string").GetString()!));
        }
    }

    /// <summary>Requests for which nothing was recorded.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Recorded answers that were never asked for.</summary>
    public int Unplayed => _recorded.Count(recorded => !recorded.IsPlayed);

    public static Cassette Load(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("api", "reddit_cassettes", $"{name}.json")));
        return new(document.RootElement.GetProperty("interactions"));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var key = Key.Of(request.RequestUri!, form); // HttpClient sends none without
        var found = _recorded.Where(recorded => key.Covers(recorded.Key)).ToList();
        if (found.Count == 0)
        {
            Unknown.Add($"{key.Path} {string.Join(',', key.Ids)}");
            return Json("""{"json":{"errors":[],"data":{"things":[]}},"data":{"children":[],"after":null}}""");
        }

        foreach (var recorded in found)
            recorded.IsPlayed = true;
        return Json(found.Count == 1 ? found[0].Body : Joined(found));
    }

    /// <summary>One request of ours may ask for the ids of several recorded ones.</summary>
    private static string Joined(List<Recorded> answers)
    {
        var things = answers.SelectMany(answer =>
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.GetProperty("json").GetProperty("data").GetProperty("things").EnumerateArray()
                .Select(thing => thing.GetRawText()).ToList();
        });
        return "{\"json\":{\"errors\":[],\"data\":{\"things\":[" + string.Join(',', things) + "]}}}";
    }

    private static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed record Recorded(Key Key, string Body)
    {
        public bool IsPlayed { get; set; }
    }

    private sealed record Key(string Path, string After, IReadOnlySet<string> Ids)
    {
        public static Key Of(Uri uri, string? form)
        {
            var query = HttpUtility.ParseQueryString(uri.Query);
            var ids = query["id"] ?? HttpUtility.ParseQueryString(form ?? "")["children"] ?? "";
            return new(uri.AbsolutePath.Trim('/'), query["after"] ?? "", ids.Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        }

        public bool Covers(Key recorded) =>
            Path == recorded.Path && After == recorded.After && (Ids.SetEquals(recorded.Ids) || (recorded.Ids.Count > 0 && recorded.Ids.IsSubsetOf(Ids)));
    }
}
