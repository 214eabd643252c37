using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Hosting;

/// <summary>
/// Sets the headers that keep collected text from becoming code, on every answer, errors as well. A header that a part of the
/// site set itself (a dashboard with scripts of its own) is left alone.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, EmbedOptions embed)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ";

    private static readonly KeyValuePair<string, string>[] s_headers =
    [
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Set, context); // an exception handler clears what was set earlier
        return next(context);
    }

    private Task Set(object state)
    {
        var context = (HttpContext)state;
        var ancestors = context.Request.Path == PageAssets.EmbedPage ? embed.FrameAncestors : "'none'";
        context.Response.Headers.TryAdd("Content-Security-Policy", Policy + ancestors);
        foreach (var (name, value) in s_headers)
            context.Response.Headers.TryAdd(name, value);
        return Task.CompletedTask;
    }
}
