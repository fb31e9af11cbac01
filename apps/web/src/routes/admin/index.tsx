import { createFileRoute, redirect } from "@tanstack/react-router";

export const Route = createFileRoute("/admin/")({
  beforeLoad: async ({ context: { api, queryClient, visitor } }) => {
    if (!visitor.staff) return;
    const rights = await queryClient.ensureQueryData(api.auth.staff.rights.queryOptions());
    throw redirect({ to: rights.includes("orders:manage") ? "/admin/orders" : "/admin/api-keys" });
  },
});
