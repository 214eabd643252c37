using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DiscourseLens.Trends.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace DiscourseLens.Web.Api;

/// <summary>
/// <c>/frozen</c>: snapshots of series as they were frozen, for good; <c>/api/frozen</c>: their list. A file that is no longer what
/// was frozen is not given.
/// </summary>
internal static class FrozenEndpoints
{
    public static void MapFrozen(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/frozen", List)
            .Describe("Frozen series", "Snapshots that never change", "Names, hashes, files, and whether each is still what was frozen.")
            .Produces<JsonObject>(StatusCodes.Status200OK).ProducesProblem(ProblemKind.TooManyRequests.Status);
        routes.MapGet("/frozen", ListPage);
        routes.MapGet("/frozen/{name}", SnapshotPage);
        routes.MapGet("/frozen/{name}/{file}", Serve)
            .Describe("Frozen series", "A file of a snapshot", "As it was frozen, for good. One that was changed since is not given.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/json", "text/plain").Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
    }

    private static JsonHttpResult<object> List(FrozenFolder folder) => TypedResults.Json<object>(new
    {
        snapshots = folder.List().Select(each => new
        {
            name = each.Name,
            hash = each.Hash,
            intact = each.IsIntact,
            files = each.Files.Select(file => new { name = file.Name, bytes = file.Bytes }),
        }),
    });

    private static ContentHttpResult ListPage(FrozenFolder folder)
    {
        var found = folder.List();
        return Page(
            "Frozen series",
            found.Select(each => Line($"/frozen/{each.Name}", each.Name, each.IsIntact ? each.Hash : "changed since it was frozen: not served")),
            found.Count == 0 ? "No series was frozen yet; the command freeze does that." : "Series as they were frozen. They do not change; the live ones do.");
    }

    private static Results<ContentHttpResult, NotFound> SnapshotPage(string name, FrozenFolder folder) => folder.Find(name) is { } found
        ? Page(found.Name, found.Files.Select(file => Line($"/frozen/{found.Name}/{file.Name}", file.Name, $"{file.Bytes} bytes")), $"SHA-256 {found.Hash}")
        : TypedResults.NotFound();

    private static Results<FileContentHttpResult, NotFound, ProblemHttpResult> Serve(string name, string file, FrozenFolder folder, HttpContext context)
    {
        if (folder.Find(name) is not { } found || !found.Files.Any(each => each.Name == file) || folder.Read(name, file) is not { } bytes)
            return TypedResults.NotFound();
        if (!found.IsIntact)
            return TypedResults.Problem($"'{name}' is not what was frozen ({string.Join("; ", found.Faults)}), so it is not served.", statusCode: StatusCodes.Status410Gone, title: "Changed snapshot");
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        var tag = new EntityTagHeaderValue($"\"{found.Hash[..24]}-{file}\"", isWeak: true); // weak, since it travels compressed or not
        return TypedResults.Bytes(bytes, ContentType(file), entityTag: tag);
    }

    private static string ContentType(string file) => Path.GetExtension(file) switch
    {
        ".csv" => "text/csv; charset=utf-8",
        ".json" => "application/json",
        _ => "text/plain; charset=utf-8",
    };

    private static string Line(string path, string text, string more) =>
        $"<li><a href=\"{WebUtility.HtmlEncode(path)}\">{WebUtility.HtmlEncode(text)}</a> <small>{WebUtility.HtmlEncode(more)}</small></li>";

    private static ContentHttpResult Page(string title, IEnumerable<string> lines, string text) => TypedResults.Content(
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{WebUtility.HtmlEncode(title)} – DiscourseLens</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/css/theme.css"><link rel="stylesheet" href="/css/page.css">
        </head>
        <body><header class="site"><a class="brand" href="/">DiscourseLens</a></header><main><h1>{WebUtility.HtmlEncode(title)}</h1><p>{WebUtility.HtmlEncode(text)}</p><ul>
        {string.Join('\n', lines)}
        </ul></main></body>
        </html>
        """, "text/html", Encoding.UTF8);
}
