using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Hosting;

/// <summary>
/// Sets the headers that keep collected text from becoming code, on every answer, errors as well. A header that a part of the
/// site set itself (a dashboard with scripts of its own) is left alone.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly KeyValuePair<string, string>[] s_headers =
    [
        new("Content-Security-Policy",
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "no-referrer"),
        new("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Set, context.Response); // an exception handler clears what was set earlier
        return next(context);
    }

    private static Task Set(object state)
    {
        foreach (var (name, value) in s_headers)
            ((HttpResponse)state).Headers.TryAdd(name, value);
        return Task.CompletedTask;
    }
}
