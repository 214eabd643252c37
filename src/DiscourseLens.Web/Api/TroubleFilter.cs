using Microsoft.AspNetCore.Http;

namespace DiscourseLens.Web.Api;

/// <summary>Answers expected trouble of any endpoint of the API as problem details.</summary>
internal sealed class TroubleFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (LensException exception)
        {
            return Trouble.Of(exception);
        }
    }
}
