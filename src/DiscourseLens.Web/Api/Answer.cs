using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DiscourseLens.Web.Api;

/// <summary>Answers that a browser asks for again each time and gets again only when they changed.</summary>
internal static class Answer
{
    /// <summary>The written text with a weak tag of its hash; weak, since it travels compressed or not.</summary>
    public static FileContentHttpResult Of(
        HttpContext context, string contentType, Action<TextWriter> write, string? fileName = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        write(text);
        return Of(context, contentType, Encoding.UTF8.GetBytes(text.ToString()), fileName);
    }

    /// <summary>The same of a value, as JSON.</summary>
    public static FileContentHttpResult OfJson<T>(HttpContext context, T value)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return Of(context, "application/json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(value, options));
    }

    /// <summary>The same of bytes; a file name makes a browser keep them as a file.</summary>
    public static FileContentHttpResult Of(HttpContext context, string contentType, byte[] bytes, string? fileName = null)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Bytes(bytes, contentType, fileName, entityTag: new EntityTagHeaderValue(tag, isWeak: true));
    }
}
