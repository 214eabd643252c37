using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Hosting;

/// <summary>
/// Answers HEAD wherever GET is answered (RFC 9110, 9.3.2): endpoints are found as for GET, and run knowing that no body is wanted, which
/// the server would not send anyway.
/// </summary>
internal static class HeadRequests
{
    private static readonly object s_isHead = new();

    /// <summary>Finds the endpoints of requests.</summary>
    public static void UseRoutingWithHead(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Items[s_isHead] = true;
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
        app.UseRouting();
        app.Use((context, next) =>
        {
            if (context.Items.Remove(s_isHead))
                context.Request.Method = HttpMethods.Head;
            return next(context);
        });
    }
}
